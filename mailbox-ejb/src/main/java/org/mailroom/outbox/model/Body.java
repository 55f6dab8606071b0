package org.mailroom.outbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/**
 * The final bytes of a message, apart from it so that lists never read them. They may be many, so
 * they are handed on and not copied: nobody changes an array that went in or came out.
 */
@Entity
@Table(name = "outbox_body")
public class Body {
  @Id
  @Column(name = "message")
  private Long id;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "message")
  private OutboxMessage message;

  private byte[] raw;

  protected Body() {}

  public Body(OutboxMessage message, byte[] raw) {
    this.message = message;
    this.raw = raw;
  }

  public void replace(byte[] rendered) {
    raw = rendered;
  }

  public byte[] raw() {
    return raw;
  }

  @Override
  public String toString() {
    return "body of %s, %d bytes".formatted(message, raw.length);
  }
}
