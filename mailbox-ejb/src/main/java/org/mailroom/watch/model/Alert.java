package org.mailroom.watch.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.Route;
import org.mailroom.watch.AlertKind;
import org.mailroom.watch.AlertView;

/**
 * Something wrong with a mailbox, from when it is noticed until it has been well for a while.
 *
 * <p>Flapping is damped: a mailbox is told of when it has been broken for some minutes, it is well
 * again when it has been so for longer, and what comes back within the hour is told of no sooner
 * than that hour is over. Changed only in the round that one node at a time runs.
 */
@Entity
@Table(name = "mailbox_alert")
public class Alert {
  static final Duration BROKEN_FOR = Duration.ofMinutes(3);
  static final Duration WELL_FOR = Duration.ofMinutes(15);
  static final Duration QUIET = Duration.ofHours(1);
  private static final int MAX_WORDS = 500;
  private static final long NO_OUTBOX = 0;
  private static final long SESSION = -1;

  @Id
  @SequenceGenerator(
      name = "mailbox_alert_seq",
      sequenceName = "mailbox_alert_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mailbox_alert_seq")
  private Long id;

  // one of the two below where it is about messages of no mailbox
  @Column(name = "mailbox_id")
  private long mailbox;

  private String name;

  @Enumerated(EnumType.STRING)
  private AlertKind kind;

  private int urgency;
  private String words;
  private Instant since;

  @Column(name = "news_at")
  private Instant newsAt;

  /** When people may be told of it. */
  @Column(name = "tell_at")
  private Instant tellAt;

  /** When mail about it was queued, at its present urgency; null if it was not. */
  @Column(name = "told_at")
  private Instant toldAt;

  /** Since when it has not been seen; null while it is there. */
  @Column(name = "gone_at")
  private Instant goneAt;

  /** When it was over; the row then stays for a while, to know it if it comes back. */
  @Column(name = "closed_at")
  private Instant closedAt;

  protected Alert() {}

  public Alert(Condition condition, Instant now) {
    this.mailbox = number(condition.lane());
    this.kind = condition.kind();
    begin(now, now);
    take(condition);
  }

  private void begin(Instant now, Instant notBefore) {
    since = now;
    newsAt = now;
    toldAt = null;
    closedAt = null;
    Instant proved = kind.isLasting() ? now : now.plus(BROKEN_FOR);
    tellAt = proved.isAfter(notBefore) ? proved : notBefore;
  }

  private void take(Condition condition) {
    String said = condition.words() == null ? "" : condition.words();
    words = said.substring(0, Math.min(MAX_WORDS, said.length()));
    urgency = condition.urgency();
    name = condition.name();
  }

  /** It is there, still or again. */
  public void seen(Condition condition, Instant now) {
    goneAt = null;
    if (closedAt != null) {
      begin(now, closedAt.plus(QUIET));
    } else if (condition.urgency() > urgency) {
      newsAt = now;
      toldAt = null;
    }
    take(condition);
  }

  /** It is not there any more. */
  public void gone(Instant now) {
    if (goneAt == null) {
      goneAt = now;
    }
  }

  /** Whether people are to be told of it now. */
  public boolean isToTell(Instant now) {
    return toldAt == null && goneAt == null && closedAt == null && !now.isBefore(tellAt);
  }

  public void told(Instant now) {
    toldAt = now;
  }

  /** Whether it has been gone for long enough. */
  public boolean isOver(Instant now) {
    return closedAt == null && goneAt != null && !now.isBefore(goneAt.plus(WELL_FOR));
  }

  /**
   * Ends it.
   *
   * @return whether people were told of it, and so are told of its end, too
   */
  public boolean close(Instant now) {
    closedAt = now;
    return toldAt != null;
  }

  /** Whether it need not be known again any more. */
  public boolean isForgotten(Instant now) {
    return closedAt != null && now.isAfter(closedAt.plus(QUIET));
  }

  public Lane lane() {
    if (mailbox == NO_OUTBOX) {
      return Lane.of(Route.none());
    }
    return mailbox == SESSION
        ? new Lane(Route.Way.SESSION, Optional.empty())
        : Lane.of(new MailboxId(mailbox));
  }

  private static long number(Lane lane) {
    return switch (lane.way()) {
      case MAILBOX -> lane.mailbox().orElseThrow().value();
      case SESSION -> SESSION;
      case NONE -> NO_OUTBOX;
    };
  }

  public AlertKind kind() {
    return kind;
  }

  public Instant newsAt() {
    return newsAt;
  }

  public AlertView view() {
    return new AlertView(lane(), name, kind, words, since, toldAt);
  }
}
