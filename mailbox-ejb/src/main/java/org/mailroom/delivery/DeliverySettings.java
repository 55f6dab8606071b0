package org.mailroom.delivery;

import java.time.Duration;
import org.mailroom.delivery.model.RetryPolicy;

/**
 * How delivery shares its work.
 *
 * @param workers threads of this node in all
 * @param workersPerLane threads, and so connections, that one lane may have
 * @param batch messages claimed at once
 * @param slice how long a lane keeps a worker before the next lane has its turn
 * @param gathering how long mail of a busy lane is gathered at most, so that it shares a batch
 */
record DeliverySettings(
    int workers,
    int workersPerLane,
    int batch,
    Duration slice,
    Duration gathering,
    RetryPolicy retries) {
  static final DeliverySettings STANDARD =
      new DeliverySettings(
          32, 4, 100, Duration.ofSeconds(2), Duration.ofMillis(40), RetryPolicy.STANDARD);
}
