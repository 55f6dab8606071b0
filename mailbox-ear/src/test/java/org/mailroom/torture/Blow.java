package org.mailroom.torture;

/** What befalls the application: at the moment that has come so many times. */
record Blow(Moment moment, int times) {
  private static final int USUAL_TIMES = 60;

  static Blow usual(Moment moment) {
    return new Blow(moment, moment == Moment.AFTER_CLAIM ? 1 : USUAL_TIMES);
  }
}
