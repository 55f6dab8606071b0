package org.mailroom.intake.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Folds away what a reply only repeats: the quoted mail below it and the signature. An answer that
 * is written between or below quoted lines is kept with them, and so is what a person forwards. A
 * repeated mail without marks stays as well where the words above it say that the answer is below,
 * or say nothing themselves.
 */
public final class QuotedTail {
  // programs wrap a long attribution after some 70 characters
  private static final int LINES_OF_ATTRIBUTION = 4;
  private static final int LONG_ENOUGH_TO_WRAP = 30;
  private static final int LINES_OF_HEADER = 6;
  private static final int LINES_OF_SIGNATURE = 20;
  private static final int LINES_OF_LIST = 8;
  private static final int LINES_OF_WORDS = 1_000;

  // invisible, they stand around names in Arabic and Hebrew
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private final List<String> written;
  private final List<String> lines;
  private final QuotedLines quoted;
  private final int signature;

  private QuotedTail(List<String> written) {
    this.written = written;
    this.lines = written.stream().map(QuotedTail::plain).toList();
    this.quoted = new QuotedLines(lines);
    this.signature = signature();
  }

  /** The text without its tail; the whole text if nothing else remains. */
  public static String fold(String text) {
    List<String> lines = Arrays.stream(text.split("\\R", -1)).flatMap(QuoteMarks::parted).toList();
    String folded = new QuotedTail(lines).folded();
    return folded.isEmpty() ? text.strip() : folded;
  }

  private static String plain(String line) {
    return DIRECTION.matcher(line).replaceAll("").replace('\u00a0', ' ');
  }

  private String folded() {
    int original = soon(0, at -> beginsOriginal(at) && !isAnsweredWithin(at));
    int tail = Math.min(original, soon(endOfAnswer(original), this::beginsTail));
    boolean forwarded = soon(0, at -> QuoteMarks.isForwarded(line(at))) < tail;
    boolean below = tail == original && AnswerBelow.isPromised(lines.subList(0, tail));
    int end = forwarded || below ? lines.size() : withoutRules(tail);
    return String.join("\n", written.subList(0, end)).strip();
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
    return first(from, lines.size(), is);
  }

  private int first(int from, int to, IntPredicate is) {
    return IntStream.range(from, to).filter(is).findFirst().orElse(lines.size());
  }

  /** Near enough to be looked for: nobody writes so much above what a program repeats. */
  private int soon(int from, IntPredicate is) {
    return first(from, (int) Math.min(lines.size(), (long) from + LINES_OF_WORDS), is);
  }

  /** Behind the last quoted line that own words follow: up to there it is an answer. */
  private int endOfAnswer(int original) {
    int words = last(Math.min(original, signature), at -> !isQuoted(at) && !isBlank(at));
    return last(Math.max(0, words), this::isQuoted) + 1;
  }

  /** Where the signature at the very end begins; what stands in it answers nothing. */
  private int signature() {
    int quote = last(lines.size(), this::isQuoted);
    return soon(quote + 1, at -> isSignature(at) || isMobile(at));
  }

  private int last(int before, IntPredicate is) {
    int at = before - 1;
    while (at >= 0 && !is.test(at)) {
      at--;
    }
    return at;
  }

  private boolean isQuoted(int at) {
    return quoted.at(at);
  }

  /** A line of hyphens far above the end divides somebody's own words. */
  private boolean isSignature(int at) {
    return (QuoteMarks.isSignature(line(at)) && words(at).size() <= LINES_OF_SIGNATURE)
        || (QuoteMarks.isListRule(line(at)) && isOfList(words(at)));
  }

  /** Below a line, up to a quote; no more than tell whether it is a signature. */
  private List<String> words(int at) {
    return IntStream.range(at + 1, lines.size())
        .takeWhile(line -> !isQuoted(line))
        .mapToObj(lines::get)
        .filter(Predicate.not(String::isBlank))
        .limit(LINES_OF_SIGNATURE + 1L)
        .toList();
  }

  /** How to reach or leave it, at least; somebody's own words may stand below a line as well. */
  private static boolean isOfList(List<String> words) {
    return words.size() <= LINES_OF_LIST
        && (words.isEmpty()
            || words.stream().anyMatch(it -> it.contains("@") || it.contains("://")));
  }

  private boolean isMobile(int at) {
    return MobileMarks.isMobile(line(at)) && nothingOwnFollows(at);
  }

  private boolean nothingOwnFollows(int at) {
    int next = first(at + 1, it -> !isBlank(it) && !QuoteMarks.isRule(line(it)));
    return next == lines.size()
        || MobileMarks.isMobile(line(next))
        || beginsOriginal(next)
        || beginsWithoutMobile(next);
  }

  private boolean beginsOriginal(int at) {
    return QuoteMarks.isOriginal(line(at)) || beginsHeader(at) || beginsNotesHeader(at);
  }

  private boolean beginsHeader(int at) {
    return HeaderMarks.isAllInOne(line(at)) || beginsWithSender(at) || beginsOtherwise(at);
  }

  private boolean beginsWithSender(int at) {
    return HeaderMarks.isSender(line(at))
        && (anyNext(at, HeaderMarks::isSent)
            || (anyNext(at, HeaderMarks::isDate) && isOfMail(at))
            || (anyNext(at, HeaderMarks::isReceiver) && anyNext(at, HeaderMarks::isSubject)));
  }

  /** A journey has a beginning, an end and a day too. */
  private boolean isOfMail(int at) {
    int above = last(at, it -> !isBlank(it));
    return next(at, LINES_OF_HEADER).stream().anyMatch(line -> line.contains("@"))
        || anyNext(at, HeaderMarks::isSubject)
        || (above >= 0 && (QuoteMarks.isRule(line(above)) || MobileMarks.isMobile(line(above))));
  }

  /** With the time or the subject first. */
  private boolean beginsOtherwise(int at) {
    return (HeaderMarks.isDate(line(at)) || HeaderMarks.isSubject(line(at)))
        && anyNext(at, HeaderMarks::isSender)
        && anyNext(at, HeaderMarks::isReceiver)
        && (HeaderMarks.isSubject(line(at)) || anyNext(at, HeaderMarks::isSubject));
  }

  /** A name, below it day and time, below them receiver and subject. */
  private boolean beginsNotesHeader(int at) {
    return !isBlank(at)
        && !isQuoted(at)
        && next(at, 2).stream().map(String::strip).anyMatch(HeaderMarks::isDayAndTime)
        && anyNext(at, HeaderMarks::isReceiver)
        && anyNext(at, HeaderMarks::isSubject);
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
        || isNameOnly(at)
        || IntStream.rangeClosed(1, LINES_OF_ATTRIBUTION)
            .anyMatch(count -> isAttribution(at, count));
  }

  private boolean isBeforeQuote(int at) {
    return !isBlank(at) && quoteFollows(at + 1) && QuoteMarks.isBeforeQuote(line(at));
  }

  /** A name that stands alone, as programs write it and hardly a person. */
  private boolean isNameOnly(int at) {
    return QuoteMarks.isNameOnly(line(at))
        && (at == 0 || isBlank(at - 1))
        && (at + 1 == lines.size() || isBlank(at + 1));
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
    String line = line(at);
    return line.length() >= LONG_ENOUGH_TO_WRAP
        || line.endsWith("<")
        || line(at + 1).startsWith("<");
  }

  private boolean attributes(int at, int count) {
    return IntStream.range(at, at + count).noneMatch(line -> isBlank(line) || isQuoted(line))
        && attributes(String.join(" ", next(at, count)).strip(), at + count);
  }

  private boolean attributes(String line, int next) {
    return QuoteMarks.isAttribution(line) || (quoteFollows(next) && QuoteMarks.isBeforeQuote(line));
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
