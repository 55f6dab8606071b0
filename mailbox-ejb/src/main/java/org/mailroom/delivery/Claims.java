package org.mailroom.delivery;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;

/** What the workers of this node take from the queue, and how they give it back. Thread-safe. */
final class Claims {
  private final OutboxQueue queue;
  private final Leases leases;
  private final GroupCommit commits;
  private final Consignment.Loading loading;

  Claims(OutboxQueue queue, Leases leases, Executor threads) {
    this.queue = queue;
    this.leases = leases;
    this.commits = new GroupCommit(queue, threads);
    this.loading = new Consignment.Loading(queue::bodies, new Room());
  }

  /** Some due messages of a lane, for one worker. */
  Claim of(Lane lane, int most) {
    Lease lease = leases.open();
    try {
      return new Claim(lease, queue.claim(lane, most, lease), lane);
    } catch (RuntimeException e) {
      leases.leave(lease); // whether it was taken or not
      throw e;
    }
  }

  /** Messages that one worker holds. */
  final class Claim {
    private final Lease lease;
    private final List<Leased> messages;
    private final Settling settling;

    private Claim(Lease lease, List<Leased> messages, Lane lane) {
      this.lease = lease;
      this.messages = messages;
      this.settling = new Settling(commits, lane);
    }

    String token() {
      return lease.token();
    }

    List<Leased> messages() {
      return messages;
    }

    Settling settling() {
      return settling;
    }

    Consignment.Loading loading() {
      return loading;
    }

    boolean holds() {
      return leases.holds(lease) && settling.isWell();
    }

    /** Settles what was sent, and gives the rest back unless nothing is left. */
    void end(boolean complete, BooleanSupplier goesOn) {
      settling.finish(goesOn);
      if (complete && settling.isWell()) {
        leases.close(lease);
      } else {
        leases.giveBack(lease);
      }
    }
  }
}
