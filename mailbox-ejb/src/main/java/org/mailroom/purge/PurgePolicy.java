package org.mailroom.purge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;

/**
 * After how many days old mail goes; null for never. Only what nothing happens to any more is ever
 * purged: what waits, is uncertain or is held stays whatever its age.
 *
 * @param sent accepted by the server for all or some
 * @param failed refused or given up
 * @param discarded cancelled by a person, or suppressed as all mail was off
 * @param receivedBodies the content of received mail that became something or was ignored
 */
public record PurgePolicy(Ages sent, Ages failed, Ages discarded, Integer receivedBodies) {
  private static final int MOST = 36_500;

  /** Nothing is ever purged. */
  public static final PurgePolicy OFF = new PurgePolicy(Ages.NEVER, Ages.NEVER, Ages.NEVER, null);

  /**
   * In days since the last thing happened to a message.
   *
   * @param bodies its content
   * @param messages all of it
   */
  public record Ages(Integer bodies, Integer messages) {
    public static final Ages NEVER = new Ages(null, null);
  }

  public boolean isOff() {
    return equals(OFF);
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    problems(sent, "sent", problems);
    problems(failed, "failed", problems);
    problems(discarded, "discarded", problems);
    inRange(receivedBodies, "receivedBodies", problems);
    return problems;
  }

  private static void problems(Ages ages, String of, List<Problem> problems) {
    inRange(ages.bodies(), of + "Bodies", problems);
    inRange(ages.messages(), of + "Messages", problems);
    if (Stream.of(ages.bodies(), ages.messages()).allMatch(days -> days != null)
        && ages.messages() < ages.bodies()) {
      problems.add(
          new Problem(
              "PURGE_ORDER",
              of + "Messages",
              "A message cannot go before its content: make it at least as many days."));
    }
  }

  private static void inRange(Integer days, String field, List<Problem> problems) {
    if (days != null && (days < 1 || days > MOST)) {
      problems.add(
          new Problem("PURGE_RANGE", field, "Write a number of days from 1 to 36500, or nothing."));
    }
  }
}
