package org.mailroom.intake.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Folds away what a reply only repeats: the quoted mail below it and the signature. An answer that
 * is written between or below quoted lines is kept with them.
 */
public final class QuotedTail {
  // with a digit, as every date has one: "On Monday she wrote:" is somebody's own words
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?=.*[0-9])(On .+ wrote|Am .+ schrieb.*|Em .+ escreveu|El .+ escribió|Le .+ a écrit) ?:");
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "-{2,} ?(Original Message|Ursprüngliche Nachricht|Mensagem original|Mensaje original)"
              + " ?-{2,}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SENDER = Pattern.compile("\\*?(From|Von|De):.*");
  private static final Pattern DATE =
      Pattern.compile("\\*?(Sent|Date|Gesendet|Datum|Enviad[ao]( em| el)?|Data|Fecha):.*");
  private static final String SIGNATURE = "--";
  private static final String QUOTE = ">";

  // programs wrap a long attribution after some 70 characters
  private static final int LINES_OF_ATTRIBUTION = 3;
  private static final int LINES_OF_HEADER = 4;

  private final List<String> lines;

  private QuotedTail(List<String> lines) {
    this.lines = lines;
  }

  /** The text without its tail; the whole text if nothing else remains. */
  public static String fold(String text) {
    String folded = new QuotedTail(Arrays.asList(text.split("\\R", -1))).folded();
    return folded.isEmpty() ? text.strip() : folded;
  }

  private String folded() {
    int original = first(0, this::beginsOriginal);
    int tail = first(endOfAnswer(), this::beginsTail);
    return String.join("\n", lines.subList(0, Math.min(original, tail))).strip();
  }

  private int first(int from, IntPredicate is) {
    return IntStream.range(from, lines.size()).filter(is).findFirst().orElse(lines.size());
  }

  /** Behind the last quoted line that own words follow: up to there it is an answer. */
  private int endOfAnswer() {
    int words = last(signature(), at -> !isQuoted(at) && !lines.get(at).isBlank());
    return last(Math.max(0, words), this::isQuoted) + 1;
  }

  /** Where the signature at the very end begins; what stands in it answers nothing. */
  private int signature() {
    int at = last(lines.size(), this::isSignature);
    return at > last(lines.size(), this::isQuoted) ? at : lines.size();
  }

  private int last(int before, IntPredicate is) {
    int at = before - 1;
    while (at >= 0 && !is.test(at)) {
      at--;
    }
    return at;
  }

  private boolean isQuoted(int at) {
    return lines.get(at).startsWith(QUOTE);
  }

  private boolean isSignature(int at) {
    return lines.get(at).strip().equals(SIGNATURE);
  }

  private boolean beginsOriginal(int at) {
    String line = lines.get(at).strip();
    return ORIGINAL.matcher(line).matches()
        || (SENDER.matcher(line).matches()
            && next(at, LINES_OF_HEADER).stream().anyMatch(l -> DATE.matcher(l.strip()).matches()));
  }

  private boolean beginsTail(int at) {
    return isQuoted(at) || isSignature(at) || isAttribution(at);
  }

  private boolean isAttribution(int at) {
    return IntStream.rangeClosed(1, LINES_OF_ATTRIBUTION)
        .mapToObj(count -> String.join(" ", next(at, count)).strip())
        .anyMatch(joined -> ATTRIBUTION.matcher(joined).matches());
  }

  private List<String> next(int at, int count) {
    return lines.subList(at, Math.min(lines.size(), at + count));
  }
}
