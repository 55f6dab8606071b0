package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Dates and times in the person’s language; the page’s script moves them to the person’s zone. */
@Named
@RequestScoped
public class Moments {
  @Inject Language language;
  @Inject Clock clock;

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** In which the server's days begin. */
  public ZoneId zone() {
    return clock.getZone();
  }

  public String text(Instant moment) {
    return moment == null ? "" : format(moment);
  }

  public String day(LocalDate day) {
    return day == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(language.getLocale())
            .format(day);
  }

  private String format(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language.getLocale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }
}
