package org.mailroom.installation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A node at home in this database; the count rises while it lives. */
@Entity
@Table(name = "installation_node")
public class Beat {
  @Id private String node;
  private long beat;
  private Instant at;

  protected Beat() {}

  public Beat(String node) {
    this.node = node;
  }

  public void count(long newBeat, Instant now) {
    beat = newBeat;
    at = now;
  }

  public String node() {
    return node;
  }

  public long beat() {
    return beat;
  }

  public Instant at() {
    return at;
  }
}
