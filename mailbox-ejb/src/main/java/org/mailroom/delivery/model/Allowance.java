package org.mailroom.delivery.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a lane may send within a while, shared by all nodes: never more than the limit in any
 * minute, and of that a sixth in any ten seconds, so that a server is not met by a whole minute's
 * mail at once.
 */
@Entity
@Table(name = "delivery_allowance")
public class Allowance {
  // counted by whole seconds: one more, so that never a part of a second is missing
  private static final int MINUTE = 61;
  private static final int PART = 10;
  private static final int PARTS = 6;

  @Id private String lane;

  // how many messages in which second, as "1764156000:5 1764156010:3"
  private String taken = "";

  protected Allowance() {}

  public Allowance(String lane) {
    this.lane = lane;
  }

  /**
   * Takes as much as is left, at most what is wanted. A clock that was set back begins anew.
   *
   * @param aMinute how many messages a minute; at least 1
   */
  public int take(int wanted, int aMinute, Instant now) {
    long second = now.getEpochSecond();
    NavigableMap<Long, Integer> counts = counts(second);
    int granted = Math.max(0, Math.min(wanted, left(counts, aMinute, second)));
    if (granted > 0) {
      counts.merge(second, granted, Integer::sum);
    }
    write(counts);
    return granted;
  }

  /** When something is left again; now if something is. */
  public Instant next(int aMinute, Instant now) {
    long second = now.getEpochSecond();
    NavigableMap<Long, Integer> counts = counts(second);
    // what is still in the future by another node's clock is over after two minutes at the latest
    long next =
        LongStream.range(second, second + 2 * MINUTE)
            .filter(s -> left(counts, aMinute, s) > 0)
            .findFirst()
            .orElse(second);
    return next == second ? now : Instant.ofEpochSecond(next);
  }

  private static int left(NavigableMap<Long, Integer> counts, int aMinute, long second) {
    int aPart = (aMinute + PARTS - 1) / PARTS;
    return Math.min(aMinute - since(counts, second - MINUTE), aPart - since(counts, second - PART));
  }

  private static int since(NavigableMap<Long, Integer> counts, long second) {
    return counts.tailMap(second, false).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Gives back what was not used, the newest first. */
  public void giveBack(int unused) {
    NavigableMap<Long, Integer> counts = read();
    for (int back = unused; back > 0 && !counts.isEmpty(); ) {
      Map.Entry<Long, Integer> last = counts.pollLastEntry();
      if (last.getValue() > back) {
        counts.put(last.getKey(), last.getValue() - back);
      }
      back -= last.getValue();
    }
    write(counts);
  }

  private NavigableMap<Long, Integer> counts(long second) {
    return new TreeMap<>(read().subMap(second - MINUTE, false, second + MINUTE, false));
  }

  private NavigableMap<Long, Integer> read() {
    return Arrays.stream(taken.split(" "))
        .filter(count -> !count.isEmpty())
        .map(count -> count.split(":"))
        .collect(
            Collectors.toMap(
                count -> Long.valueOf(count[0]),
                count -> Integer.valueOf(count[1]),
                Integer::sum,
                TreeMap::new));
  }

  private void write(NavigableMap<Long, Integer> counts) {
    taken =
        counts.entrySet().stream()
            .map(count -> count.getKey() + ":" + count.getValue())
            .collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(lane, taken);
  }
}
