package org.mailroom.outbox.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.outbox.BounceReason;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.MessageBodyPurged;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.MessageNotInState;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQueue.Settlement;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.switches.Switched;
import org.mailroom.switches.Turned;

/**
 * One outgoing message and the moves its states allow. Its life: {@code QUEUED}, {@code SENDING}
 * while a worker holds a lease on it, then settled: sent, failed, or queued again for a later try.
 *
 * <p>It is changed only while its row is locked, so it needs no version.
 */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {
  /** Why a message is held that has no way out yet. */
  public static final String NO_OUTBOX = "NO_OUTBOX";

  private static final int MAX_REFERENCE = 100;
  private static final int MAX_ORIGIN = 200;
  private static final int MAX_NAME = 300;
  private static final int MAX_REASON = 500;
  private static final int MAX_TEXT = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_message_seq")
  @SequenceGenerator(
      name = "outbox_message_seq",
      sequenceName = "outbox_message_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "message_id")
  private String messageId;

  private String reference;
  private String party;
  private String origin;

  // lower goes first
  private int priority;

  private String lane;
  private String sender;

  @Column(name = "sender_name")
  private String senderName;

  private String subject;
  private String explanation;

  @Enumerated(EnumType.STRING)
  private MessageState state;

  @Column(name = "hold_reason")
  private String holdReason;

  private int attempts;

  // passing refusals since it was queued; the retry table counts these
  private int failures;

  @Column(name = "last_reply")
  private String lastReply;

  private long bytes;

  @Column(name = "created_at")
  private Instant createdAt;

  // since when it is tried to deliver it, for when it is given up
  @Column(name = "queued_at")
  private Instant queuedAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  // set exactly while it counts as failed
  @Column(name = "failed_at")
  private Instant failedAt;

  @Column(name = "next_attempt")
  private Instant nextAttempt;

  // set once its content is gone; it can never be sent again
  @Column(name = "body_purged_at")
  private Instant bodyPurgedAt;

  // where it goes, or went, instead of to its recipients
  @Column(name = "diverted_to")
  private String divertedTo;

  // there exactly while a worker sends it
  @OneToOne
  @PrimaryKeyJoinColumn(name = "id", referencedColumnName = "message")
  private Lease lease;

  @OneToMany(mappedBy = "message", cascade = CascadeType.PERSIST)
  @OrderBy("position")
  private List<Recipient> recipients = new ArrayList<>();

  protected OutboxMessage() {}

  /** A new message: queued, or held if it must wait or has no way out. */
  public OutboxMessage(OutgoingMail mail, String messageId, long bytes, Instant now) {
    this.messageId = messageId;
    this.bytes = bytes;
    this.createdAt = now;
    reference = Words.oneLine(mail.reference(), MAX_REFERENCE);
    party = Words.oneLine(mail.party(), MAX_REFERENCE);
    priority = mail.priority().rank();
    origin = Words.oneLine(mail.origin(), MAX_ORIGIN);
    subject = Words.oneLine(mail.subject(), MAX_TEXT);
    explanation = Words.oneLine(mail.explanation(), MAX_TEXT);
    mail.to().forEach(to -> recipients.add(new Recipient(this, recipients.size(), to.value())));
    take(mail.route());
    waitFor(mail.hold().or(() -> hasNoWay() ? Optional.of(NO_OUTBOX) : Optional.empty()), now);
  }

  private void take(Route route) {
    lane = Lane.of(route).toString();
    sender = route.from() == null ? "" : route.from().value();
    senderName = Words.oneLine(route.fromName(), MAX_NAME);
  }

  private void waitFor(Optional<String> reason, Instant now) {
    state = reason.isPresent() ? MessageState.HELD : MessageState.QUEUED;
    holdReason = reason.map(r -> Words.oneLine(r, MAX_REASON)).orElse(null);
    nextAttempt = reason.isPresent() ? null : now;
    queuedAt = nextAttempt;
  }

  /** For a new message: one of its recipients returned mail before, so a person decides. */
  public void waitFor(MarkedAddress marked) {
    String why =
        "%s has returned mail since %s (%s). Correct or unmark the address, then release this message."
            .formatted(marked.address(), day(marked.since()), Words.oneLine(marked.words(), 200));
    waitFor(Optional.of(why), null);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** For a new message: what the switches over all mail make of it. */
  public void obey(Switched switched) {
    switched.divertedTo().ifPresent(this::divert);
    switched.off().ifPresent(this::suppress);
  }

  // for good: made for testers, it must not go to its recipients when they are done
  private void divert(EmailAddress to) {
    divertedTo = to.value();
    explain("All mail goes to %s instead of its recipients.".formatted(to));
  }

  private void suppress(Turned off) {
    state = MessageState.SUPPRESSED;
    holdReason = null;
    nextAttempt = null;
    explain("All mail is off: %s".formatted(off.why()));
  }

  private void explain(String more) {
    explanation = Words.oneLine(explanation + " " + more, MAX_TEXT);
  }

  private boolean hasNoWay() {
    return lane().way() == Route.Way.NONE;
  }

  /** Whether it is held for nothing else than that. */
  public boolean waitsForOutbox() {
    return state == MessageState.HELD && NO_OUTBOX.equals(holdReason) && hasNoWay();
  }

  /**
   * @throws MessageNotInState if its state forbids it
   */
  public void require(MessageAction action) {
    Moves.require(action, id(), state());
  }

  public void hold(String reason) {
    require(MessageAction.HOLD);
    waitFor(Optional.of(reason), null);
  }

  /** Queues a held message; one without a way out goes on waiting for one. */
  public void release(Instant now) {
    require(MessageAction.RELEASE);
    waitFor(hasNoWay() ? Optional.of(NO_OUTBOX) : Optional.empty(), now);
  }

  public void cancel() {
    require(MessageAction.CANCEL);
    state = MessageState.CANCELLED;
    failedAt = null;
    nextAttempt = null;
    holdReason = null;
  }

  /** Queues it again for those who have not got it, with the whole retry table before it. */
  public void retry(Instant now) {
    require(MessageAction.RETRY);
    requireBody();
    queueAnew(now);
  }

  /** Queues it for another way; its bytes must be rendered with that way's sender. */
  public void reroute(Route route, String why, long rendered, Instant now) {
    require(MessageAction.REROUTE);
    requireBody();
    take(route);
    explanation = Words.oneLine(why, MAX_TEXT);
    bytes = rendered;
    queueAnew(now);
  }

  /**
   * @throws MessageBodyPurged if its content is gone
   */
  public void requireBody() {
    if (bodyPurgedAt != null) {
      throw new MessageBodyPurged(id());
    }
  }

  private void queueAnew(Instant now) {
    recipients.forEach(Recipient::tryAgain);
    failures = 0;
    failedAt = null;
    waitFor(hasNoWay() ? Optional.of(NO_OUTBOX) : Optional.empty(), now);
  }

  /** Notes how a try ended, after its lease; a recipient that was not judged waits on. */
  public void settle(Settlement settlement) {
    Map<String, DeliveryResult> results = settlement.results();
    recipients.stream()
        .filter(r -> results.containsKey(r.address()))
        .forEach(r -> r.settle(results.get(r.address())));
    attempts++;
    lastReply = reply(settlement.words());
    settlement.divertedTo().ifPresent(to -> divertedTo = arrived(results) ? to : divertedTo);
    sentAt = has(RecipientState.SENT) ? settlement.at() : null;
    nextAttempt = any(RecipientState::waits) ? settlement.nextAttempt().orElse(null) : null;
    if (nextAttempt == null) {
      recipients.forEach(Recipient::giveUp);
      state = fate();
      failedAt = state == MessageState.FAILED ? settlement.at() : null;
    } else {
      failures++;
      state = any(RecipientState::isUncertain) ? MessageState.UNCERTAIN : MessageState.QUEUED;
    }
  }

  /** How it was sent, unless its history tells: a first try that succeeds writes no line. */
  public Optional<MessageEvent> sentUnwritten(List<MessageEvent> history) {
    boolean told = history.stream().anyMatch(line -> line.state() == MessageState.SENT);
    return state == MessageState.SENT && !told
        ? Optional.of(new MessageEvent(sentAt, state, lastReply))
        : Optional.empty();
  }

  private static boolean arrived(Map<String, DeliveryResult> results) {
    return results.values().stream().anyMatch(DeliveryResult.Accepted.class::isInstance);
  }

  /** What was said about a message, as its row keeps it. */
  public static String reply(String words) {
    return Words.oneLine(words, MAX_TEXT);
  }

  public List<EmailAddress> recipients() {
    return recipients.stream().map(Recipient::address).map(EmailAddress::new).toList();
  }

  /** A recipient's copy came back; while others wait, the message is still on its way. */
  public void bounced(EmailAddress recipient, BounceReason reason, String words) {
    recipients.stream()
        .filter(r -> r.address().equals(recipient.value()))
        .forEach(r -> r.bounce(reason, words));
    if (has(RecipientState.BOUNCED) && !any(RecipientState::waits)) {
      state = fate();
      lastReply = reply(words);
    }
  }

  private MessageState fate() {
    if (any(RecipientState::isUncertain)) {
      return MessageState.UNCERTAIN;
    }
    if (has(RecipientState.BOUNCED)) {
      return MessageState.BOUNCED;
    }
    if (!has(RecipientState.SENT)) {
      return MessageState.FAILED;
    }
    return has(RecipientState.FAILED) ? MessageState.PARTLY_SENT : MessageState.SENT;
  }

  private boolean has(RecipientState wanted) {
    return any(s -> s == wanted);
  }

  private boolean any(Predicate<RecipientState> wanted) {
    return recipients.stream().map(Recipient::state).anyMatch(wanted);
  }

  /** By which it is found: of the subject and of the recipients' addresses. */
  public Set<String> words() {
    return SearchWords.of(
        Stream.concat(Stream.of(subject), recipients.stream().map(Recipient::address)));
  }

  public OutboxMessageId id() {
    return new OutboxMessageId(id);
  }

  public String messageId() {
    return messageId;
  }

  /** What it is about, such as the number of a request. */
  public String reference() {
    return reference;
  }

  /** On whose behalf it is; empty for nobody's. */
  public String party() {
    return party;
  }

  public Lane lane() {
    return Lane.parse(lane);
  }

  public MessageState state() {
    return isBeingSent() ? MessageState.SENDING : state;
  }

  private boolean isBeingSent() {
    return lease != null;
  }

  public String lastReply() {
    return lastReply;
  }

  public String explanation() {
    return explanation;
  }

  /**
   * What people and programs may see.
   *
   * @param mailboxName what its way out is called
   * @param limitedUntil until when mail waits for a limit of its way out; null while it does not
   */
  public OutboxMessageView view(String mailboxName, Instant limitedUntil) {
    return new OutboxMessageView(
        id(),
        messageId,
        reference,
        origin,
        lane().mailbox(),
        mailboxName,
        senderName.isEmpty() ? sender : "%s <%s>".formatted(senderName, sender),
        recipients.stream().map(Recipient::address).toList(),
        subject,
        state(),
        explanation,
        holdReason,
        attempts,
        lastReply,
        createdAt,
        isBeingSent() ? null : nextAttempt,
        sentAt,
        bytes,
        divertedTo,
        bodyPurgedAt != null,
        isDueBy(limitedUntil) ? limitedUntil : null,
        recipients.stream().flatMap(r -> r.bounced().stream()).toList());
  }

  private boolean isDueBy(Instant time) {
    return time != null && !isBeingSent() && nextAttempt != null && !nextAttempt.isAfter(time);
  }

  @Override
  public String toString() {
    return "message %d %s of %s in %s, rank %d, %d tries, %d failures, lease %s"
        .formatted(id, state, party, lane, priority, attempts, failures, lease);
  }
}
