package org.mailroom.outbox.model;

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
import java.time.Instant;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.MessageState;

/** One line of a message's history. Never changed. */
@Entity
@Table(name = "outbox_attempt")
public class Attempt {
  private static final int MAX_WORDS = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_attempt_seq")
  @SequenceGenerator(
      name = "outbox_attempt_seq",
      sequenceName = "outbox_attempt_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "message")
  private OutboxMessage message;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private MessageState state;

  private String words;

  protected Attempt() {}

  public Attempt(OutboxMessage message, Instant at, String words) {
    this.message = message;
    this.at = at;
    this.state = message.state();
    this.words = Words.oneLine(words, MAX_WORDS);
  }

  public MessageEvent event() {
    return new MessageEvent(at, state, words);
  }

  @Override
  public String toString() {
    return "%s at %s: %s %s".formatted(message, at, state, words);
  }
}
