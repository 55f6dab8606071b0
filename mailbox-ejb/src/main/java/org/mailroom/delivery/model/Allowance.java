package org.mailroom.delivery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * What a lane may send within a while, shared by all nodes. A minute is given out in six parts, so
 * that a server is not met by a whole minute's mail at once, and never by two of them in a row.
 */
@Entity
@Table(name = "delivery_allowance")
public class Allowance {
  private static final int PARTS = 6;
  private static final Duration PART = Duration.ofMinutes(1).dividedBy(PARTS);

  @Id private String lane;
  private Instant since;
  private int taken;

  protected Allowance() {}

  public Allowance(String lane, Instant now) {
    this.lane = lane;
    this.since = now;
  }

  /**
   * Takes as much as is left, at most what is wanted. A clock that was set back begins anew.
   *
   * @param aMinute how many messages a minute; at least 1
   */
  public int take(int wanted, int aMinute, Instant now) {
    if (now.isBefore(since) || !now.isBefore(since.plus(PART))) {
      since = now;
      taken = 0;
    }
    int most = (aMinute + PARTS - 1) / PARTS;
    int granted = Math.max(0, Math.min(wanted, most - taken));
    taken += granted;
    return granted;
  }

  /** Gives back what was not used. */
  public void giveBack(int unused) {
    taken = Math.max(0, taken - unused);
  }

  @Override
  public String toString() {
    return "%s: %d since %s".formatted(lane, taken, since);
  }
}
