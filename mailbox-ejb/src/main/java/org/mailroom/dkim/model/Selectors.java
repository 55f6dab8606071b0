package org.mailroom.dkim.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The names of keys within a domain. */
public final class Selectors {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private Selectors() {}

  /** Whether it can be a label of a domain name, in lower case. */
  public static boolean isValid(String selector) {
    return LABEL.matcher(selector).matches();
  }

  /** A selector that tells its month, such as {@code mailroom-202611}, and is not taken. */
  public static String next(LocalDate today, Predicate<String> taken) {
    String month = "mailroom-" + today.format(DateTimeFormatter.ofPattern("yyyyMM"));
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? month : month + "-" + n)
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
  }
}
