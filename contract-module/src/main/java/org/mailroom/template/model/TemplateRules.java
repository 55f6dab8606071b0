package org.mailroom.template.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.failure.Problem;
import org.mailroom.template.TemplateView;

/** Judges a template whole. */
public final class TemplateRules {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,59}");
  private static final int MAX_TITLE = 250;

  private TemplateRules() {}

  public static List<Problem> problems(TemplateView template) {
    List<Problem> problems = new ArrayList<>();
    if (!IDENTIFIER.matcher(template.identifier()).matches()) {
      problems.add(
          new Problem(
              "IDENTIFIER_FORM",
              "identifier",
              "An identifier has 1 to 60 letters A to Z, digits, hyphens or dots."));
    }
    if (template.title().isBlank() || template.title().length() > MAX_TITLE) {
      problems.add(
          new Problem(
              "TITLE_LENGTH",
              "title",
              "Give a title of at most %d characters: it becomes the subject."
                  .formatted(MAX_TITLE)));
    }
    if (template.html().isBlank()) {
      problems.add(new Problem("HTML_REQUIRED", "html", "Write the text of the mail."));
    }
    return problems;
  }
}
