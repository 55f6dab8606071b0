package org.mailroom.outbox.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The final bytes of a message, apart from it so that lists never read them. */
@Entity
@Table(name = "outbox_body")
public class Body {
  @Id private Long message;

  private byte[] raw;

  protected Body() {}

  public Body(OutboxMessage message, byte[] raw) {
    this.message = message.id().value();
    this.raw = raw.clone();
  }

  public void replace(byte[] rendered) {
    raw = rendered.clone();
  }

  public byte[] raw() {
    return raw.clone();
  }
}
