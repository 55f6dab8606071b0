package org.mailroom.intake.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Folds away what a reply only repeats: the quoted mail below it and the signature. An answer that
 * is written between or below quoted lines is kept with them, and so is what a person forwards. A
 * repeated mail without marks stays as well where the words above it say that the answer is below,
 * or say nothing themselves.
 */
public final class QuotedTail {
  private static final String QUOTE = ">";

  // programs wrap a long attribution after some 70 characters
  private static final int LINES_OF_ATTRIBUTION = 4;
  private static final int LONG_ENOUGH_TO_WRAP = 30;
  private static final int LINES_OF_HEADER = 6;
  private static final int LINES_OF_SIGNATURE = 20;

  private final List<String> lines;
  private final int signature;

  private QuotedTail(List<String> lines) {
    this.lines = lines;
    this.signature = signature();
  }

  /** The text without its tail; the whole text if nothing else remains. */
  public static String fold(String text) {
    String folded = new QuotedTail(Arrays.asList(text.split("\\R", -1))).folded();
    return folded.isEmpty() ? text.strip() : folded;
  }

  private String folded() {
    int original = first(0, at -> beginsOriginal(at) && !isAnsweredWithin(at));
    int tail = Math.min(original, first(endOfAnswer(original), this::beginsTail));
    boolean forwarded = first(0, at -> QuoteMarks.isForwarded(line(at))) < tail;
    boolean below = tail == original && AnswerBelow.isPromised(lines.subList(0, tail));
    int end = forwarded || below ? lines.size() : withoutRules(tail);
    return String.join("\n", lines.subList(0, end)).strip();
  }

  /** Whether what it repeats bears marks, and own words stand between or below them. */
  private boolean isAnsweredWithin(int at) {
    int quote = first(at, this::isQuoted);
    return quote - at <= LINES_OF_HEADER + 2
        && first(quote, it -> !isQuoted(it) && !isBlank(it)) < signature;
  }

  /** The line that a program draws above what it repeats is no words either. */
  private int withoutRules(int end) {
    int at = end;
    while (at > 0 && end < lines.size() && (isBlank(at - 1) || QuoteMarks.isRule(line(at - 1)))) {
      at--;
    }
    return at;
  }

  private String line(int at) {
    return lines.get(at).strip();
  }

  private boolean isBlank(int at) {
    return lines.get(at).isBlank();
  }

  private int first(int from, IntPredicate is) {
    return IntStream.range(from, lines.size()).filter(is).findFirst().orElse(lines.size());
  }

  /** Behind the last quoted line that own words follow: up to there it is an answer. */
  private int endOfAnswer(int original) {
    int words = last(Math.min(original, signature), at -> !isQuoted(at) && !isBlank(at));
    return last(Math.max(0, words), this::isQuoted) + 1;
  }

  /** Where the signature at the very end begins; what stands in it answers nothing. */
  private int signature() {
    int quote = last(lines.size(), this::isQuoted);
    return first(quote + 1, at -> isSignature(at) || isMobile(at));
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

  /** A line of hyphens far above the end divides somebody's own words. */
  private boolean isSignature(int at) {
    return QuoteMarks.isSignature(line(at))
        && next(at, lines.size()).stream()
                .takeWhile(line -> !line.startsWith(QUOTE))
                .filter(Predicate.not(String::isBlank))
                .limit(LINES_OF_SIGNATURE + 1L)
                .count()
            <= LINES_OF_SIGNATURE;
  }

  private boolean isMobile(int at) {
    return QuoteMarks.isMobile(line(at)) && nothingOwnFollows(at);
  }

  private boolean nothingOwnFollows(int at) {
    int next = first(at + 1, it -> !isBlank(it) && !QuoteMarks.isRule(line(it)));
    return next == lines.size()
        || QuoteMarks.isMobile(line(next))
        || beginsOriginal(next)
        || beginsWithoutMobile(next);
  }

  private boolean beginsOriginal(int at) {
    return QuoteMarks.isOriginal(line(at)) || beginsHeader(at) || beginsNotesHeader(at);
  }

  private boolean beginsHeader(int at) {
    return QuoteMarks.isSender(line(at))
        && (anyNext(at, QuoteMarks::isDate)
            || (anyNext(at, QuoteMarks::isReceiver) && anyNext(at, QuoteMarks::isSubject)));
  }

  /** A name, below it day and time, below them receiver and subject. */
  private boolean beginsNotesHeader(int at) {
    return !isBlank(at)
        && !isQuoted(at)
        && next(at, 2).stream().map(String::strip).anyMatch(QuoteMarks::isDayAndTime)
        && anyNext(at, QuoteMarks::isReceiver)
        && anyNext(at, QuoteMarks::isSubject);
  }

  private boolean anyNext(int at, Predicate<String> is) {
    return next(at + 1, LINES_OF_HEADER).stream().map(String::strip).anyMatch(is);
  }

  private boolean beginsTail(int at) {
    return beginsWithoutMobile(at) || isMobile(at);
  }

  private boolean beginsWithoutMobile(int at) {
    return isQuoted(at) || isSignature(at) || isAttribution(at);
  }

  private boolean isAttribution(int at) {
    return isBeforeQuote(at)
        || IntStream.rangeClosed(1, LINES_OF_ATTRIBUTION)
            .anyMatch(count -> isAttribution(at, count));
  }

  private boolean isBeforeQuote(int at) {
    return !isBlank(at) && QuoteMarks.isBeforeQuote(line(at)) && quoteFollows(at + 1);
  }

  /** The fewest lines that do: the sentence before it is somebody's own words. */
  private boolean isAttribution(int at, int count) {
    return at + count <= lines.size()
        && (count == 1 || isWrapped(at))
        && attributes(at, count)
        && IntStream.range(1, count)
            .noneMatch(skipped -> attributes(at + skipped, count - skipped));
  }

  private boolean isWrapped(int at) {
    return lines.get(at).length() >= LONG_ENOUGH_TO_WRAP || line(at + 1).startsWith("<");
  }

  private boolean attributes(int at, int count) {
    List<String> parts = next(at, count);
    return parts.stream().noneMatch(part -> part.isBlank() || part.startsWith(QUOTE))
        && QuoteMarks.isAttribution(String.join(" ", parts).strip());
  }

  private boolean quoteFollows(int at) {
    int next = first(at, it -> !isBlank(it));
    return next < lines.size() && isQuoted(next);
  }

  private List<String> next(int at, int count) {
    int from = Math.min(at, lines.size());
    return lines.subList(from, (int) Math.min(lines.size(), (long) from + count));
  }
}
