package org.mailroom.inbound.mime;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text of the form text/enriched (RFC 1896) without its marks. */
final class Enriched {
  private static final Pattern PARAMETER =
      Pattern.compile("<param>[^<]{0,1000}</param>", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK = Pattern.compile("<(?!<)/?[A-Za-z0-9-]{1,60}>");
  private static final Pattern LINE_ENDS = Pattern.compile("\\n++");

  private Enriched() {}

  static String plain(String enriched) {
    String lines = LINE_ENDS.matcher(enriched.replace("\r", "")).replaceAll(Enriched::lineEnd);
    String words = PARAMETER.matcher(lines.replace("<<", "\0")).replaceAll("");
    return MARK.matcher(words).replaceAll("").replace('\0', '<');
  }

  /** One line end is a space, n are n - 1. */
  private static String lineEnd(MatchResult ends) {
    int count = ends.group().length();
    return count == 1 ? " " : "\n".repeat(count - 1);
  }
}
