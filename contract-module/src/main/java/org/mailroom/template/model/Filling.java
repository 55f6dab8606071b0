package org.mailroom.template.model;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Fills keys such as <code>${IDSERVICEREQUEST}</code> in; none is left over, known or not. */
public final class Filling {
  private static final Pattern KEY = Pattern.compile("\\$\\{([^{}]*)}");
  private static final Pattern BREAK = Pattern.compile("\\R");

  private final UnaryOperator<String> values;

  /**
   * @param values what a key stands for; never null
   */
  public Filling(UnaryOperator<String> values) {
    this.values = values;
  }

  /** Values as they are. */
  public String text(String template) {
    return filled(template, values);
  }

  /** On one line, whatever the values hold. */
  public String line(String template) {
    return text(template).replaceAll("\\s+", " ").strip();
  }

  /** Values escaped, their line breaks kept. */
  public String html(String template) {
    return filled(template, key -> escaped(values.apply(key)));
  }

  private static String filled(String template, UnaryOperator<String> values) {
    // a value may hold $ and \, which mean something to a replacement
    return KEY.matcher(template)
        .replaceAll(key -> Matcher.quoteReplacement(values.apply(key.group(1))));
  }

  private static String escaped(String value) {
    return BREAK.matcher(Entities.escape(value)).replaceAll("<br>");
  }
}
