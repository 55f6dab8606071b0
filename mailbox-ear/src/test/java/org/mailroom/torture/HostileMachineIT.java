package org.mailroom.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.RunningMailroom;

/**
 * What a machine does to those who work on it, under load: it sleeps, its disk is full. Nothing is
 * lost, and nobody needs to start Mailroom again. {@code bench/torture} runs it.
 */
@Tag("long")
class HostileMachineIT {
  @TempDir Path directory;

  /** Node and database both know that its time is over; only its own words come late. */
  @Test
  void a_node_that_sleeps_past_its_lease_overwrites_nothing() throws IOException {
    Map<String, String> shared = Map.of("MAILROOM_INSTALLATION_ID", "torture");
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"));
        Load load = Load.on(postgres, directory, shared)) {
      load.mailroom().start();
      CountDownLatch asleep = load.arm(Blow.usual(Moment.AFTER_DOT), load.mailroom()::sleep);
      load.resume();
      Load.await(asleep, "asleep");
      try (RunningMailroom other = load.mailroom().neighbour(directory.resolve("neighbour"))) {
        Load.awaitAllSent(other);
        load.mailroom().wake();
        Load.awaitAllSent(load.mailroom());
      }
      load.judge(1);
    }
  }

  @Test
  void what_a_full_disk_does_not_take_is_kept_on_h2() throws IOException {
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(directory.resolve("data")), 200);
        Load load = Load.onH2(directory, Map.of())) {
      load.mailroom().start();
      fill(disk, load);
      disk.free();
      load.judge(1);
    }
  }

  /** The database may end for it; then, and only then, somebody has to start that again. */
  @Test
  void what_a_full_disk_does_not_take_is_kept_on_postgresql() throws IOException {
    try (SmallDisk disk = new SmallDisk(Files.createDirectory(directory.resolve("disk")), 400);
        MortalPostgres postgres =
            new MortalPostgres(directory.resolve("disk").resolve("postgres"));
        Load load = Load.on(postgres, directory, Map.of())) {
      load.mailroom().start();
      fill(disk, load);
      disk.free();
      postgres.startIfItHasEnded();
      load.judge(1);
    }
  }

  private static void fill(SmallDisk disk, Load load) {
    CountDownLatch full = load.arm(Blow.usual(Moment.AFTER_DOT), disk::fill);
    load.resume();
    Load.await(full, "the disk is full");
    Await.steady(Duration.ofMinutes(3), Duration.ofSeconds(10), load::arrived);
    System.out.printf("torture: stands still at %d of %d%n", load.arrived(), 2 * Load.MESSAGES);
  }
}
