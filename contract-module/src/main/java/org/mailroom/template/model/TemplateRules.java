package org.mailroom.template.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.template.TemplateView;

/** Judges a template whole. */
public final class TemplateRules {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,59}");
  private static final int MAX_TITLE = 250;

  private TemplateRules() {}

  public static List<Problem> problems(TemplateView template) {
    return Stream.of(
            identifier(template.identifier()), title(template.title()), html(template.html()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> identifier(String identifier) {
    return unless(
        IDENTIFIER.matcher(identifier).matches(),
        new Problem(
            "IDENTIFIER_FORM",
            "identifier",
            "An identifier has 1 to 60 letters A to Z, digits, hyphens or dots."));
  }

  private static Optional<Problem> title(String title) {
    return unless(
        !title.isBlank() && title.length() <= MAX_TITLE,
        new Problem(
            "TITLE_LENGTH",
            "title",
            "Give a title of at most %d characters: it becomes the subject.".formatted(MAX_TITLE)));
  }

  private static Optional<Problem> html(String html) {
    return unless(
        !html.isBlank(), new Problem("HTML_REQUIRED", "html", "Write the text of the mail."));
  }

  private static Optional<Problem> unless(boolean right, Problem problem) {
    return right ? Optional.empty() : Optional.of(problem);
  }
}
