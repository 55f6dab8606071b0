package org.mailroom.outbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Who has a message while it is being sent. All columns are null while nobody has; they are written
 * by bulk statements, one for a whole batch.
 */
@Embeddable
public class Lease {
  @Column(name = "lease_token")
  private String token;

  @Column(name = "lease_node")
  private String node;

  @Column(name = "lease_until")
  private Instant until;

  void end() {
    token = null;
    node = null;
    until = null;
  }

  @Override
  public String toString() {
    return "%s of %s until %s".formatted(token, node, until);
  }
}
