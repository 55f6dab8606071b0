package org.mailroom.outbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.outbox.BounceReason;
import org.mailroom.outbox.BouncedRecipient;
import org.mailroom.outbox.DeliveryResult;

/** One recipient of a message: the server judges them one by one, so each has a fate of its own. */
@Entity
@Table(name = "outbox_recipient")
public class Recipient {
  private static final int MAX_REPLY = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_recipient_seq")
  @SequenceGenerator(
      name = "outbox_recipient_seq",
      sequenceName = "outbox_recipient_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "message")
  private OutboxMessage message;

  private int position;
  private String address;

  @Enumerated(EnumType.STRING)
  private RecipientState state;

  @Column(name = "last_reply")
  private String lastReply;

  // set exactly while it is BOUNCED
  @Enumerated(EnumType.STRING)
  @Column(name = "bounce_reason")
  private BounceReason bounceReason;

  protected Recipient() {}

  Recipient(OutboxMessage message, int position, String address) {
    this.message = message;
    this.position = position;
    this.address = address;
    this.state = RecipientState.WAITING;
  }

  void settle(DeliveryResult result) {
    state =
        result.fold(
            accepted -> RecipientState.SENT,
            // an earlier try may have got through, and a later delay does not change that
            deferred -> state,
            refused -> RecipientState.FAILED,
            uncertain -> uncertain.asks() ? RecipientState.ASKED : RecipientState.UNCERTAIN);
    lastReply = Words.oneLine(result.words(), MAX_REPLY);
  }

  /** The server that took it gave it back, or another one on the way. */
  void bounce(BounceReason reason, String words) {
    if (!state.waits()) {
      state = RecipientState.BOUNCED;
      bounceReason = reason;
      lastReply = Words.oneLine(words, MAX_REPLY);
    }
  }

  void giveUp() {
    if (state == RecipientState.WAITING) {
      state = RecipientState.FAILED;
    }
  }

  void tryAgain() {
    if (state == RecipientState.FAILED || state == RecipientState.BOUNCED) {
      state = RecipientState.WAITING;
      bounceReason = null;
    } else if (state == RecipientState.ASKED) {
      state = RecipientState.UNCERTAIN;
    }
  }

  public String address() {
    return address;
  }

  public RecipientState state() {
    return state;
  }

  /** Why it came back, once it did. */
  Optional<BouncedRecipient> bounced() {
    return Optional.ofNullable(bounceReason)
        .map(reason -> new BouncedRecipient(address, reason, lastReply));
  }

  @Override
  public String toString() {
    return "%d. of %s: %s %s %s".formatted(position, message, address, state, lastReply);
  }
}
