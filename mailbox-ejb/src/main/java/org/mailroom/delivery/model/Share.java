package org.mailroom.delivery.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * How many of the connections that a lane may have are a node's. It ends by itself when the node
 * asks no more; what a node gives away counts as its own until its idle connections are closed.
 */
@Entity
@Table(name = "delivery_share")
@IdClass(Share.Key.class)
public class Share {
  /** How long a node may keep connections open after it has asked last. */
  public static final Duration LASTS = Duration.ofMinutes(2);

  /** Which node's of which lane. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String lane;
    private String node;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.lane.equals(lane) && key.node.equals(node);
    }

    @Override
    public int hashCode() {
      return Objects.hash(lane, node);
    }
  }

  @Id private String lane;
  @Id private String node;
  private int connections;
  private Instant ends;
  private int had;

  @Column(name = "had_until")
  private Instant hadUntil;

  protected Share() {}

  /** Of nothing so far. */
  public Share(String lane, String node, Instant now) {
    this.lane = lane;
    this.node = node;
    ends = now;
    hadUntil = now;
  }

  /**
   * Takes what is left by the others, but no more than a fair part.
   *
   * @param most how many the lane may have, by all nodes together
   * @param others the shares of other nodes
   */
  public int take(int wanted, int most, Collection<Share> others, Instant now) {
    int nodes = 1 + (int) others.stream().filter(share -> share.lives(now)).count();
    int fair = (most + nodes - 1) / nodes;
    int left = most - others.stream().mapToInt(share -> share.counts(now)).sum();
    become(Math.max(0, Math.min(wanted, Math.min(fair, left))), now);
    return connections;
  }

  private void become(int granted, Instant now) {
    if (granted < counts(now)) {
      had = counts(now);
      hadUntil = granted < connections ? now.plus(LASTS) : hadUntil;
    }
    connections = granted;
    ends = now.plus(LASTS);
  }

  /** Whether nothing of it counts any more. */
  public boolean isOver(Instant now) {
    return !lives(now) && counts(now) == 0;
  }

  // a clock that was set back lets it end
  private boolean lives(Instant now) {
    return lasts(ends, now);
  }

  private int counts(Instant now) {
    return Math.max(lives(now) ? connections : 0, lasts(hadUntil, now) ? had : 0);
  }

  // nodes need not agree on the time to the second
  private static boolean lasts(Instant until, Instant now) {
    return now.isBefore(until) && until.isBefore(now.plus(LASTS.multipliedBy(2)));
  }

  public String node() {
    return node;
  }

  @Override
  public String toString() {
    return "%s of %s: %d until %s, had %d until %s"
        .formatted(lane, node, connections, ends, had, hadUntil);
  }
}
