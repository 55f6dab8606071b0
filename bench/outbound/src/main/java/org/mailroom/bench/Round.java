package org.mailroom.bench;

/** Does some work; answers with how much of it a second. */
interface Round {
  int MOST_TO_WARM = 8;
  int SLOW_TO_STOP = 2;
  double FASTER = 1.05;

  double rate() throws Exception;

  /** Until it gets no faster: a server runs for weeks, and a JVM compiles in its first minutes. */
  static void warm(Round round) throws Exception {
    double best = round.rate();
    int slow = 0;
    for (int i = 1; i < MOST_TO_WARM && slow < SLOW_TO_STOP; i++) {
      double rate = round.rate();
      slow = rate > best * FASTER ? 0 : slow + 1;
      best = Math.max(best, rate);
    }
  }
}
