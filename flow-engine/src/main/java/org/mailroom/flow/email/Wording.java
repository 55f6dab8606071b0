package org.mailroom.flow.email;

import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.model.Facts;
import org.mailroom.request.RequestNumber;
import org.mailroom.template.Rendered;
import org.mailroom.template.Templates;

/**
 * What a message says: the template or the free text, under the element's own subject if it has
 * one.
 */
final class Wording {
  private static final String SUBJECT_OF_ITS_OWN = "${request.title}";

  private final Templates templates;
  private final Expressions expressions;
  private final Facts facts;
  private final RequestNumber request;

  Wording(Templates templates, Expressions expressions, Facts facts, RequestNumber request) {
    this.templates = templates;
    this.expressions = expressions;
    this.facts = facts;
    this.request = request;
  }

  Rendered of(EmailElement element) {
    if (element.template().isEmpty()) {
      String subject = element.subject().isEmpty() ? SUBJECT_OF_ITS_OWN : element.subject();
      return new Rendered(subject(subject), text(element.text()), "");
    }
    Rendered template = templates.render(element.template(), request);
    return element.subject().isEmpty()
        ? template
        : new Rendered(subject(element.subject()), template.text(), template.html());
  }

  private String subject(String subject) {
    return expressions.text(
        subject, facts, rest -> templates.renderText(rest, "", request).subject());
  }

  private String text(String text) {
    return expressions.text(text, facts, rest -> templates.renderText("", rest, request).text());
  }
}
