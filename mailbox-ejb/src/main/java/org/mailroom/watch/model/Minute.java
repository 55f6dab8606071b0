package org.mailroom.watch.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as mail about mailboxes tells it: the reader's zone is not known. */
final class Minute {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Minute() {}

  static String of(Instant moment) {
    return WORDS.format(moment);
  }
}
