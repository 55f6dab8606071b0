package org.mailroom.inbound.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.mailroom.inbound.ReceivedId;

/** The bytes of a received mail, apart from its ledger row so that lists need not load them. */
@Entity
@Table(name = "received_raw")
@SuppressWarnings("UnusedVariable") // read by queries alone
public class RawMail {
  @Id
  @Column(name = "received_id")
  private Long id;

  @Lob private byte[] content;

  protected RawMail() {}

  public RawMail(ReceivedId id, byte[] content) {
    this.id = id.value();
    this.content = content;
  }
}
