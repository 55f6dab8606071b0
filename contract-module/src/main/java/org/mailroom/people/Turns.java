package org.mailroom.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the slow checks of one log-in pass one after the other, so that a hundred guesses at once
 * count as a hundred, and a hundred right calls at once pay for one hash.
 */
@ApplicationScoped
class Turns {
  private static final int STRIPES = 64;

  private final Object[] stripes =
      IntStream.range(0, STRIPES).mapToObj(each -> new Object()).toArray();

  <T> T take(String key, Supplier<T> work) {
    synchronized (stripes[Math.floorMod(key.hashCode(), STRIPES)]) {
      return work.get();
    }
  }
}
