package org.mailroom.inbound.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.mailbox.MailboxId;

/** One row of the ledger. */
@Entity
@Table(name = "received_mail")
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
public class ReceivedMail {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "received_mail_seq")
  @SequenceGenerator(
      name = "received_mail_seq",
      sequenceName = "received_mail_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "mailbox_id")
  private long mailbox;

  private String place;
  private String uid;

  @Column(name = "message_id")
  private String messageId;

  private String thread;
  private String fingerprint;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "stored_at")
  private Instant storedAt;

  private String sender;
  private String subject;

  @Column(name = "mail_size")
  private long size;

  /** Whether nothing more is to be done to it on the server. */
  private boolean marked;

  /** Whether that was tried before. */
  private boolean tried;

  @Enumerated(EnumType.STRING)
  private ReceivedState state = ReceivedState.STORED;

  private String reason = "";
  private String reference;
  private int attempts;

  @Column(name = "next_try")
  private Instant nextTry;

  @Version private long version;

  protected ReceivedMail() {}

  /** A mail that is to be processed, or quarantined at once if it was refused. */
  public ReceivedMail(MailboxId mailbox, Place place, Arrival arrival, Instant now) {
    this.mailbox = mailbox.value();
    this.place = place.value();
    this.uid = arrival.listed().uid();
    this.size = arrival.listed().size();
    this.receivedAt =
        arrival.listed().arrivedAt().or(() -> arrival.header().arrivedAt()).orElse(now);
    this.storedAt = now;
    this.nextTry = now;
    describe(arrival.header());
    arrival.refusal().map(Outcome::quarantined).ifPresent(this::settle);
    marked = arrival.untouched();
  }

  private void describe(MailHeader header) {
    messageId = TextWidth.fit(header.messageId(), 300);
    thread = TextWidth.fit(String.join(" ", header.thread()), 1000);
    fingerprint = header.fingerprint();
    sender = TextWidth.fit(header.sender(), 320);
    subject = TextWidth.fit(header.subject(), 500);
  }

  public ReceivedId id() {
    return new ReceivedId(id);
  }

  public MailboxId mailbox() {
    return new MailboxId(mailbox);
  }

  /** In bytes, as its server said. */
  public long size() {
    return size;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public ReceivedState state() {
    return state;
  }

  /** What was made of it; empty until then, and where nothing was. */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  public int attempts() {
    return attempts;
  }

  /** The server numbers the same mail anew. */
  public void movedTo(Place newPlace, String newUid) {
    place = newPlace.value();
    uid = newUid;
  }

  /** Notes what the mail turned out to be. */
  public void settle(Outcome outcome) {
    require(state == ReceivedState.STORED, "cannot become " + outcome.state());
    state = outcome.state();
    reason = sentence(outcome.reason());
    reference = outcome.reference().orElse(null);
  }

  /**
   * Notes a failed try.
   *
   * @param next when to try again; empty to give up, which quarantines the mail
   */
  public void failed(String why, Optional<Instant> next) {
    require(state == ReceivedState.STORED, "cannot fail");
    attempts++;
    reason = sentence(why);
    next.ifPresentOrElse(at -> nextTry = at, () -> state = ReceivedState.QUARANTINED);
  }

  /** What is said of a mail may quote it; PostgreSQL takes no NUL. */
  private static String sentence(String words) {
    return TextWidth.fit(words.replace("\0", ""), 1000);
  }

  /** Has the mail decided anew. */
  public void again(Instant now) {
    reopen();
    nextTry = now;
  }

  /** Notes what a person makes of it. */
  public void decide(Outcome outcome) {
    reopen();
    settle(outcome);
  }

  private void reopen() {
    if (state != ReceivedState.IGNORED && state != ReceivedState.QUARANTINED) {
      throw new AlreadyDecided(id(), state);
    }
    state = ReceivedState.STORED;
    attempts = 0;
    reason = "";
  }

  private void require(boolean allowed, String what) {
    if (!allowed) {
      throw new IllegalStateException("Received mail %d is %s: %s".formatted(id, state, what));
    }
  }

  public ReceivedView view(String mailboxName) {
    return new ReceivedView(
        id(),
        mailbox(),
        mailboxName,
        receivedAt,
        sender,
        subject,
        messageId,
        size,
        state,
        reason,
        reference(),
        attempts);
  }
}
