package org.mailroom.transfer.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailboxes that e-mail elements of a diagram have picked. All else of the text stays. */
public final class PickedMailboxes {
  // an opening tag named email; a ">" within quotes does not end it
  private static final Pattern TAG =
      Pattern.compile("<(?:[\\w.-]+:)?email\\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>");
  private static final Pattern MAILBOX =
      Pattern.compile("(\\smailbox\\s*=\\s*)([\"'])((?:(?!\\2).)+)\\2");

  private PickedMailboxes() {}

  /**
   * Puts other words for the mailboxes.
   *
   * @param other what to put for one; empty leaves it
   */
  public static String replace(String diagram, Function<String, Optional<String>> other) {
    return TAG.matcher(diagram)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    MAILBOX.matcher(tag.group()).replaceAll(m -> attribute(m, other))));
  }

  private static String attribute(MatchResult found, Function<String, Optional<String>> other) {
    String quote = found.group(2);
    String whole =
        other
            .apply(unescaped(found.group(3)).strip())
            .map(word -> found.group(1) + quote + escaped(word, quote) + quote)
            .orElseGet(found::group);
    return Matcher.quoteReplacement(whole);
  }

  private static String escaped(String text, String quote) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(quote, quote.equals("'") ? "&apos;" : "&quot;");
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
