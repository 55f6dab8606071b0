package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxStatus;

/** How a mailbox has fared since it was registered or resumed. */
@Entity
@Table(name = "mailbox_health")
public class MailboxHealth {
  public static final int REFUSALS_TO_PAUSE = 3;
  // A busy mailbox works many times a second; its row need not be written as often.
  private static final Duration RESOLUTION = Duration.ofSeconds(30);
  private static final int MAX_WORDS = 500;

  @Id
  @Column(name = "mailbox_id")
  private Long id;

  /** Gives this row its id. */
  @SuppressWarnings("unused")
  @MapsId
  @OneToOne
  @JoinColumn(name = "mailbox_id")
  private Mailbox mailbox;

  @Column(name = "last_success")
  private Instant lastSuccess;

  @Column(name = "last_error_at")
  private Instant lastErrorAt;

  @Column(name = "last_error")
  private String lastError;

  /** What kind of failure the last one was; stays when it is over. */
  @Enumerated(EnumType.STRING)
  @Column(name = "last_error_class")
  private Trouble lastErrorClass;

  @Column(name = "rests_until")
  private Instant restsUntil;

  @Column(name = "limited_until")
  private Instant limitedUntil;

  /** What troubles it now; null while it works. */
  @Enumerated(EnumType.STRING)
  private Trouble trouble;

  @Column(name = "login_refusals")
  private int loginRefusals;

  private boolean checked;

  protected MailboxHealth() {}

  MailboxHealth(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Whether it is worth a write that the mailbox worked. */
  public boolean isNews(Instant worked) {
    return !checked
        || trouble != null
        || lastSuccess == null
        || worked.isAfter(lastSuccess.plus(RESOLUTION));
  }

  /** It works, which also shows that its settings do. */
  public void worked(Instant at) {
    lastSuccess = at;
    checked = true;
    trouble = null;
    restsUntil = null;
    loginRefusals = 0;
  }

  /** A message was refused. What stands in the way of all of them stays on view before it. */
  public void refused(String words, Instant at) {
    if (trouble == null) {
      lastErrorClass = Trouble.MESSAGE;
      lastError = oneLine(words);
      lastErrorAt = at;
    }
  }

  /** It is left alone for a while. */
  public void rests(Instant until) {
    restsUntil = until;
  }

  /** Its mail waits for a limit of its own. */
  public void limited(Instant until) {
    limitedUntil = until;
  }

  /**
   * It does not work.
   *
   * @return whether the log-in was refused so often that the mailbox is to be paused
   */
  boolean failed(Trouble what, String words, Instant at) {
    trouble = what;
    lastErrorClass = what;
    lastError = oneLine(words);
    lastErrorAt = at;
    loginRefusals = refusals(what);
    return refusesLogIn();
  }

  private int refusals(Trouble what) {
    return switch (what) {
      case LOGIN -> loginRefusals + 1;
      // no server was reached, so nothing is known about the log-in
      case NETWORK, TLS, QUOTA, MESSAGE -> loginRefusals;
      case SERVER, SETTINGS, CONSENT -> 0;
    };
  }

  private static String oneLine(String words) {
    String line = words == null ? "" : words.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS - 1) + "…";
  }

  private boolean refusesLogIn() {
    return loginRefusals >= REFUSALS_TO_PAUSE;
  }

  /** A person has acted: the past says nothing about what happens next. */
  public void forgetFailures() {
    trouble = null;
    lastError = null;
    lastErrorAt = null;
    lastErrorClass = null;
    restsUntil = null;
    loginRefusals = 0;
  }

  /** The settings have changed, or a check of them has passed. */
  public void checked(boolean passed) {
    checked = passed;
  }

  MailboxStatus status(boolean active) {
    if (refusesLogIn()) {
      return MailboxStatus.ERROR;
    }
    if (!active) {
      return MailboxStatus.PAUSED;
    }
    if (trouble != null) {
      return passing() ? MailboxStatus.WARNING : MailboxStatus.ERROR;
    }
    return lastSuccess == null ? MailboxStatus.NEVER_RUN : MailboxStatus.OK;
  }

  private boolean passing() {
    return switch (trouble) {
      // refused log-ins are tried again until they pause the mailbox
      case NETWORK, QUOTA, SERVER, LOGIN, MESSAGE -> true;
      case TLS, SETTINGS, CONSENT -> false;
    };
  }

  public boolean isChecked() {
    return checked;
  }

  public Instant lastSuccess() {
    return lastSuccess;
  }

  public Instant lastErrorAt() {
    return lastErrorAt;
  }

  public String lastError() {
    return lastError;
  }

  public Trouble lastErrorClass() {
    return lastErrorClass;
  }

  /** Until when its mail waits for a limit; null while it does not. */
  public Instant limitedUntil(Instant now) {
    return limitedUntil != null && now.isBefore(limitedUntil) ? limitedUntil : null;
  }

  /** Until when it is left alone after a failure; null while it is not. */
  public Instant restsUntil() {
    return restsUntil;
  }
}
