package org.mailroom.flow.email;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.model.Findings;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.people.People;
import org.mailroom.template.Templates;

/**
 * Checks e-mail elements against what the installation has: templates, mailboxes, groups, people.
 */
@Dependent
public class EmailRules {
  @EJB Templates templates;
  @EJB Mailboxes mailboxes;
  @EJB People people;
  @Inject Expressions expressions;

  public Findings findings(List<EmailElement> elements) {
    return elements.stream().map(this::findings).reduce(Findings.NONE, Findings::and);
  }

  private Findings findings(EmailElement element) {
    Notes notes = new Notes(element);
    checkContent(element, notes);
    checkOutbox(element, notes);
    if (element.recipients().isEmpty()) {
      notes.problem("EMAIL_NO_RECIPIENT", "names no recipient");
    }
    RecipientRules rules = new RecipientRules(people, expressions);
    element.recipients().forEach(recipient -> rules.check(recipient, notes));
    return notes.findings();
  }

  private void checkContent(EmailElement element, Notes notes) {
    if (element.template().isEmpty() && element.text().isEmpty()) {
      notes.problem("EMAIL_NO_TEXT", "has neither a template nor a text");
    }
    if (!element.template().isEmpty() && !element.text().isEmpty()) {
      notes.warning("EMAIL_TEMPLATE_AND_TEXT", "has a template and a text; the template is sent");
    }
    if (!element.template().isEmpty() && !isActive(element.template())) {
      notes.problem(
          "EMAIL_TEMPLATE_UNKNOWN",
          "uses the template \"%s\", which does not exist or is inactive"
              .formatted(element.template()));
    }
    expressions.mistakeIn(element.subject()).ifPresent(notes::expression);
    expressions.mistakeIn(element.text()).ifPresent(notes::expression);
  }

  private boolean isActive(String template) {
    return templates.find(template).filter(found -> found.active()).isPresent();
  }

  private void checkOutbox(EmailElement element, Notes notes) {
    if (!List.of("default", "specific").contains(element.outbox())) {
      notes.problem(
          "EMAIL_OUTBOX",
          "has the outbox \"%s\"; it is either default or specific".formatted(element.outbox()));
    }
    if (!element.mailbox().isEmpty() && !isOutput(element.mailbox())) {
      notes.problem(
          "EMAIL_MAILBOX",
          "names mailbox %s, which is no Output mailbox of this installation"
              .formatted(element.mailbox()));
    }
  }

  private boolean isOutput(String mailbox) {
    return mailboxes.ofType(MailboxType.OUTPUT).stream()
        .anyMatch(output -> output.id().toString().equals(mailbox));
  }
}
