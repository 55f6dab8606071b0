package org.mailroom.lockout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.audit.Audit;
import org.mailroom.database.TestDatabase;
import org.mailroom.lockout.jpa.FailureStore;

/** The lock-outs over a database of a test, each call in a transaction of its own. */
public final class LockOutsFixture extends LockOuts {
  private final TestDatabase database;
  private final Audit notes;
  private final Clock time;

  private LockOutsFixture(TestDatabase database, Audit notes, Clock time) {
    this.database = database;
    this.notes = notes;
    this.time = time;
  }

  public static LockOuts over(TestDatabase database, Audit notes, Clock time) {
    return new LockOutsFixture(database, notes, time);
  }

  @Override
  public Optional<Instant> lockedUntil(String login, Origin origin) {
    return inTransaction(lockOuts -> lockOuts.lockedUntil(login, origin));
  }

  @Override
  public Optional<Instant> lockedUntil(Origin origin) {
    return inTransaction(lockOuts -> lockOuts.lockedUntil(origin));
  }

  @Override
  public void failed(String login, Origin origin, Optional<String> known) {
    inTransaction(
        lockOuts -> {
          lockOuts.failed(login, origin, known);
          return null;
        });
  }

  @Override
  public void failed(Origin origin) {
    inTransaction(
        lockOuts -> {
          lockOuts.failed(origin);
          return null;
        });
  }

  @Override
  public void succeeded(String login, Origin origin) {
    inTransaction(
        lockOuts -> {
          lockOuts.succeeded(login, origin);
          return null;
        });
  }

  @Override
  public List<LockOutView> list() {
    return inTransaction(LockOuts::list);
  }

  @Override
  public void lift(String key) {
    inTransaction(
        lockOuts -> {
          lockOuts.lift(key);
          return null;
        });
  }

  private <T> T inTransaction(Function<LockOuts, T> work) {
    return database.transaction(
        "contract",
        em -> {
          LockOuts lockOuts = new LockOuts();
          lockOuts.store = new FailureStore(em);
          lockOuts.audit = notes;
          lockOuts.clock = time;
          return work.apply(lockOuts);
        });
  }
}
