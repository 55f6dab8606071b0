package org.mailroom.mailbox.check;

import java.util.List;
import java.util.stream.Collectors;

/** What a server said, fit to be shown. */
final class Words {
  private static final int MAX = 300;

  private Words() {}

  static String of(String said) {
    String line = said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MAX ? line : line.substring(0, MAX) + "…";
  }

  static String list(List<String> said) {
    return said.stream().map(Words::of).collect(Collectors.joining(", "));
  }
}
