package org.mailroom.purge;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.jpa.OldRawMail;
import org.mailroom.mailbox.Beans;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.jpa.OldMessages;
import org.mailroom.outbox.jpa.Stores;
import org.mailroom.purge.jpa.PurgeStore;

/** A database with mail of any age, and nodes that purge it; each call is a transaction. */
final class Purged implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final List<String> audited = new ArrayList<>();
  private final TestDatabase database;

  Purged(TestDatabase database) {
    this.database = database;
  }

  <T> T in(Function<EntityManager, T> work) {
    return database.transaction("mailbox", work);
  }

  <T> T call(Function<Purge, T> work) {
    return in(entities -> work.apply(purge(entities)));
  }

  void run(Consumer<Purge> work) {
    call(
        purge -> {
          work.accept(purge);
          return null;
        });
  }

  /** Makes the messages findable by their words. */
  void index() {
    in(
        entities -> {
          entities
              .createNativeQuery(
                  "UPDATE outbox_indexing SET below = (SELECT MAX(id) + 1 FROM outbox_message)")
              .executeUpdate();
          return Stores.oldWords(entities).index(100);
        });
  }

  /** One step of a node. */
  boolean step(String node) {
    return in(entities -> steps(node, entities).step());
  }

  void tick() {
    in(
        entities -> {
          steps("node-1", entities).beginNightly();
          return null;
        });
  }

  /** All steps that are left; says how many there were. */
  int finish(String node) {
    int steps = 0;
    while (step(node)) {
      steps++;
    }
    return steps;
  }

  PurgeRunView last() {
    return call(purge -> purge.runs().get(0));
  }

  private Purge purge(EntityManager entities) {
    Purge purge = new Purge();
    purge.store = new PurgeStore(entities);
    purge.kept = kept(entities);
    purge.audit = new NotedAudit();
    purge.clock = clock;
    return purge;
  }

  private static Beans<Purgeable> kept(EntityManager entities) {
    return new Beans<>(List.of(new OldRawMail(entities), new OldMessages(entities)));
  }

  PurgeSteps steps(String node, EntityManager entities) {
    PurgeSteps steps = new PurgeSteps();
    steps.store = new PurgeStore(entities);
    steps.kept = kept(entities);
    steps.purge = purge(entities);
    steps.node = new NodeId(node);
    steps.clock = clock;
    return steps;
  }

  /** Messages of 1,000 bytes each, with a recipient and a line of history, ids from that one on. */
  void messages(long first, int count, MessageState state, int daysOld) {
    in(
        entities -> {
          run(
              entities,
              "outbox_message (id, message_id, reference, party, priority, origin, lane, sender,"
                  + " sender_name, subject, explanation, state, attempts, failures, bytes,"
                  + " created_at)",
              "n, concat('<', n, '@x.example>'), '4711', '', 1, 'test', 'session',"
                  + " 'desk@x.example', '', 'Printer', 'test', '"
                  + state
                  + "', 1, 0, 1000, "
                  + days(daysOld),
              first,
              count);
          run(entities, "outbox_body (message, raw)", "n, " + bytes(), first, count);
          run(
              entities,
              "outbox_recipient (id, message, position, address, state)",
              "n, n, 0, 'ana@client.example', 'SENT'",
              first,
              count);
          run(
              entities,
              "outbox_attempt (id, message, at, state, words)",
              "n, n, " + days(daysOld) + ", 'QUEUED', 'test'",
              first,
              count);
          return null;
        });
  }

  void received(long first, int count, ReceivedState state, int daysOld) {
    in(
        entities -> {
          run(
              entities,
              "received_mail (id, mailbox_id, place, uid, message_id, fingerprint, received_at,"
                  + " stored_at, sender, subject, mail_size, marked, state, reason, attempts,"
                  + " next_try, version)",
              "n, 1, 'INBOX', concat('u', n), '<m>', 'f', "
                  + days(daysOld)
                  + ", "
                  + days(daysOld)
                  + ", 'ana@client.example', 'Re', 1000, TRUE, '"
                  + state
                  + "', '', 0, "
                  + days(daysOld)
                  + ", 1",
              first,
              count);
          run(entities, "received_raw (received_id, content)", "n, " + bytes(), first, count);
          return null;
        });
  }

  /** Something happens to a message now. */
  void touch(long message) {
    in(
        entities ->
            entities
                .createNativeQuery(
                    "INSERT INTO outbox_attempt (id, message, at, state, words) VALUES ("
                        + (message + 10_000_000)
                        + ", "
                        + message
                        + ", "
                        + days(0)
                        + ", 'CANCELLED', 'x')")
                .executeUpdate());
  }

  private void run(EntityManager entities, String into, String select, long first, int count) {
    String from = isH2() ? "SYSTEM_RANGE(%d, %d) AS s(n)" : "generate_series(%d, %d) AS s(n)";
    entities
        .createNativeQuery(
            "INSERT INTO "
                + into
                + " SELECT "
                + select
                + " FROM "
                + from.formatted(first, first + count - 1))
        .executeUpdate();
  }

  private String bytes() {
    return isH2() ? "X'0102'" : "decode('0102', 'hex')";
  }

  private boolean isH2() {
    return database.toString().equals("H2");
  }

  private String days(int old) {
    Instant at = clock.instant().minus(old, ChronoUnit.DAYS);
    return "TIMESTAMP WITH TIME ZONE '"
        + at.atOffset(ZoneOffset.UTC).toString().replace("Z", ":00+00:00").replace("T", " ")
        + "'";
  }

  long count(String what) {
    return in(
        entities ->
            ((Number) entities.createNativeQuery("SELECT count(*) FROM " + what).getSingleResult())
                .longValue());
  }

  @Override
  public void close() {
    database.close();
  }

  private final class NotedAudit extends Audit {
    @Override
    public void note(String action, String subject, String detail) {
      audited.add(action + " " + detail);
    }

    @Override
    public void changed(String action, String subject, List<Change> changes) {
      audited.add(action + " " + changes);
    }

    @Override
    public String caller() {
      return "ana";
    }
  }
}
