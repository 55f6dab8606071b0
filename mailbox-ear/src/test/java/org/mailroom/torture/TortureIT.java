package org.mailroom.torture;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the running application and of its database at each moment of a delivery, under load,
 * by two identities: nothing is lost, what comes twice stays within its bound, and nothing leaves
 * as somebody else. {@code bench/torture} runs the long form, with kills at random.
 */
class TortureIT {
  private static final int KILLS = Integer.getInteger("mailroom.torture.kills", 0);
  private static final long SEED = Long.getLong("mailroom.torture.seed", System.nanoTime());

  @TempDir Path directory;

  @Test
  void nothing_is_lost_on_h2() {
    List<Blow> blows = blows(Moment.AFTER_RCPT, Moment.AFTER_DOT, Moment.AFTER_ANSWER);
    try (Load load = Load.onH2(directory, Map.of())) {
      kill(load, blows);
      load.judge(blows.size());
    }
  }

  @Test
  void nothing_is_lost_on_postgresql() {
    List<Blow> blows = blows(Moment.values());
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"));
        Load load = Load.on(postgres, directory, Map.of())) {
      kill(load, blows);
      load.judge(blows.size());
    }
  }

  private static void kill(Load load, List<Blow> blows) {
    load.mailroom().start();
    for (int i = 0; i < blows.size(); i++) {
      CountDownLatch dead = load.arm(blows.get(i), load.mailroom()::kill);
      if (i == 0) {
        load.resume();
      }
      Load.await(dead, blows.get(i).toString());
      load.mailroom().launch(); // it may be killed before it is ready
    }
    load.mailroom().awaitReady();
  }

  @Test
  void nothing_is_lost_when_postgresql_is_killed() {
    List<Blow> blows = blows(Moment.AFTER_DOT, Moment.AFTER_ANSWER);
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"));
        Load load = Load.on(postgres, directory, Map.of())) {
      CountDownLatch killed = new CountDownLatch(blows.size());
      kill(postgres, load, blows.iterator(), killed);
      load.mailroom().start();
      load.resume();
      Load.await(killed, "PostgreSQL killed");
      load.judge(blows.size());
    }
  }

  // the next blow is ready before the database is: there may be little left to deliver
  private static void kill(
      MortalPostgres postgres, Load load, Iterator<Blow> blows, CountDownLatch killed) {
    load.arm(
        blows.next(),
        () -> {
          postgres.kill();
          if (blows.hasNext()) {
            kill(postgres, load, blows, killed);
          }
          postgres.start();
          killed.countDown();
        });
  }

  private static List<Blow> blows(Moment... moments) {
    if (KILLS == 0) {
      return Stream.of(moments).map(Blow::usual).toList();
    }
    System.out.printf("torture: -Dmailroom.torture.seed=%d%n", SEED);
    Random random = new Random(SEED);
    return random
        .ints(KILLS, 1, Load.MESSAGES / KILLS)
        .mapToObj(times -> new Blow(moments[random.nextInt(moments.length)], times))
        .toList();
  }
}
