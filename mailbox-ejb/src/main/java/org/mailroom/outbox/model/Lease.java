package org.mailroom.outbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Who has a message while it is being sent. Read only: it is written and removed by bulk
 * statements, one for a whole batch.
 */
@Entity(name = "OutboxLease")
@Table(name = "outbox_lease")
public class Lease {
  @Id private Long message;
  private String token;
  private String node;

  @Column(name = "valid_until")
  private Instant until;

  @Override
  public String toString() {
    return "%s of %s until %s on %d".formatted(token, node, until, message);
  }
}
