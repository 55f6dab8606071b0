package org.mailroom.torture;

/**
 * What befalls the application: at the moment that has come so many times.
 *
 * @param times 1 for AFTER_CLAIM, whatever is said: a connection is made but once in a while
 */
record Blow(Moment moment, int times) {
  private static final int USUAL_TIMES = 60;

  Blow {
    times = moment == Moment.AFTER_CLAIM ? 1 : times;
  }

  static Blow usual(Moment moment) {
    return new Blow(moment, USUAL_TIMES);
  }
}
