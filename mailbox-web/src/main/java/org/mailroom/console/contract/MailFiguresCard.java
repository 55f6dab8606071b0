package org.mailroom.console.contract;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.mailroom.outbox.MailFigures;
import org.mailroom.outbox.MailFigures.Period;
import org.mailroom.outbox.OutboxFigures;

/** How the mail of the contract on screen fared. */
@Named
@ViewScoped
public class MailFiguresCard implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject OutboxFigures figures;

  private Period period = Period.DAY;
  private transient MailFigures shown;

  public MailFigures of(String contract) {
    if (shown == null) {
      shown = figures.of(contract, period);
    }
    return shown;
  }

  /** A time as people say it, in its two greatest units; the units are the same everywhere. */
  public String words(Duration time) {
    if (time == null) {
      return "–";
    }
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + " ms";
    }
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return "%d.%d s".formatted(time.toSeconds(), time.toMillisPart() / 100);
    }
    return time.compareTo(Duration.ofHours(1)) < 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
  }

  public List<Period> getPeriods() {
    return List.of(Period.values());
  }

  public Period getPeriod() {
    return period;
  }

  public void setPeriod(Period period) {
    this.period = period;
    shown = null;
  }
}
