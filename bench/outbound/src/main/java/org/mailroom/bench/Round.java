package org.mailroom.bench;

/** Does some work; answers with how much of it a second. */
interface Round {
  int MOST_TO_WARM = 6;
  double FASTER = 1.1;

  double rate() throws Exception;

  /** Until it gets no faster: a server runs for weeks, and a JVM compiles in its first minutes. */
  static void warm(Round round) throws Exception {
    double best = 0;
    double last = round.rate();
    for (int i = 1; i < MOST_TO_WARM && last > best * FASTER; i++) {
      best = Math.max(best, last);
      last = round.rate();
    }
  }
}
