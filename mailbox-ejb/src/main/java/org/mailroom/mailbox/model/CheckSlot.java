package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right to one connection check, worn out for a minute by each use. */
@Entity
@Table(name = "mailbox_check_slot")
public class CheckSlot {
  @Id private int id;

  @Column(name = "used_at")
  private Instant usedAt;

  protected CheckSlot() {}

  public int id() {
    return id;
  }

  public Instant usedAt() {
    return usedAt;
  }
}
