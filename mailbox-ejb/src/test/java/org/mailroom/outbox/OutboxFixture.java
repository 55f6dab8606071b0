package org.mailroom.outbox;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.dkim.DkimSigner;
import org.mailroom.dkim.Signers;
import org.mailroom.environment.Environment;
import org.mailroom.environment.Heard;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.marked.MarkedAddressesFixture;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.jpa.Stores;
import org.mailroom.outbox.mime.MimeRenderer;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.switches.SwitchWatch;
import org.mailroom.switches.SwitchesFixture;

/** An outbox on a database of its own; each call is a transaction, as in the container. */
public final class OutboxFixture implements AutoCloseable {
  public final SettableClock clock = new SettableClock();
  public final SwitchesFixture switchboard;
  public final SwitchWatch switches;

  /** By which leases end; tests set it apart from {@link #clock}. */
  public Clock databaseClock = clock;

  public final KnownMailboxes mailboxes = new KnownMailboxes();
  public final Map<String, String> variables = new HashMap<>();

  /** Null for that of the database. */
  DkimSigner signer;

  final NotedAudit audit = new NotedAudit();
  final List<Lane> queued = new CopyOnWriteArrayList<>();
  final SettledMail settled = new SettledMail();
  private final TestDatabase database;

  public OutboxFixture(TestDatabase database) {
    this.database = database;
    switchboard = new SwitchesFixture(database, variables, clock);
    switches = switchboard.watch();
  }

  /** Runs work on the outbox in a transaction of its own. */
  public <T> T call(Function<Outbox, T> work) {
    return database.transaction("mailbox", entities -> work.apply(outbox(entities)));
  }

  public void run(Consumer<Outbox> work) {
    call(
        outbox -> {
          work.accept(outbox);
          return null;
        });
  }

  <T> T with(Function<EntityManager, T> work) {
    return database.transaction("mailbox", work);
  }

  Outbox outbox(EntityManager entities) {
    Outbox outbox = new Outbox();
    outbox.store = Stores.outbox(entities);
    outbox.search = Stores.search(entities);
    outbox.renderer = new MimeRenderer();
    outbox.mailboxes = mailboxes;
    outbox.switches = switches;
    outbox.marked = MarkedAddressesFixture.over(entities, audit);
    outbox.vault = new PlainVault();
    outbox.environment = Environment.of(variables::get);
    outbox.audit = audit;
    outbox.clock = clock;
    outbox.changes = changes(entities);
    return outbox;
  }

  OutboxReturns returns(EntityManager entities) {
    OutboxReturns returns = new OutboxReturns();
    returns.store = Stores.outbox(entities);
    returns.vault = new PlainVault();
    returns.clock = clock;
    return returns;
  }

  private MessageChanges changes(EntityManager entities) {
    MessageChanges changes = new MessageChanges();
    changes.store = Stores.outbox(entities);
    changes.renderer = new MimeRenderer();
    changes.signer = signer == null ? Signers.over(entities, new PlainVault(), clock) : signer;
    changes.audit = audit;
    changes.clock = clock;
    changes.queued = new Heard<>(event -> queued.add(event.lane()));
    return changes;
  }

  /** The bulk as the container would give it: each of its steps a transaction. */
  OutboxBulk bulk() {
    OutboxBulk bulk = new OutboxBulk();
    bulk.outbox = call(Function.identity());
    bulk.steps =
        new OutboxBulkSteps() {
          @Override
          public List<OutboxMessageId> matching(OutboxQuery query, int most) {
            return with(entities -> steps(entities).matching(query, most));
          }

          @Override
          public BulkResult change(BulkChange change, Optional<Route> route, List<Long> ids) {
            return with(entities -> steps(entities).change(change, route, ids));
          }
        };
    return bulk;
  }

  private OutboxBulkSteps steps(EntityManager entities) {
    OutboxBulkSteps steps = new OutboxBulkSteps();
    steps.store = Stores.outbox(entities);
    steps.search = Stores.search(entities);
    steps.changes = changes(entities);
    return steps;
  }

  MailFigures figures(String party, MailFigures.Period period) {
    return with(entities -> OutboxFiguresFixture.over(entities, clock).of(party, period));
  }

  /** The outbox as the container would give it: each call a transaction. */
  public Outbox transactionalOutbox() {
    return new Outbox() {
      @Override
      public int adopt(int most) {
        return call(outbox -> outbox.adopt(most));
      }
    };
  }

  /** The queue as the container would give it: each call a transaction. */
  public OutboxQueue queue() {
    return new OutboxQueue() {
      @Override
      public List<Lane> due() {
        return inTransaction(OutboxQueue::due);
      }

      @Override
      public List<Leased> claim(Lane lane, int most, Lease lease) {
        return inTransaction(queue -> queue.claim(lane, most, lease));
      }

      @Override
      public Map<OutboxMessageId, byte[]> bodies(List<OutboxMessageId> ids) {
        return inTransaction(queue -> queue.bodies(ids));
      }

      @Override
      public void extend(Lease lease) {
        inTransaction(
            queue -> {
              queue.extend(lease);
              return null;
            });
      }

      @Override
      public Map<OutboxMessageId, MessageState> settle(
          Map<OutboxMessageId, Settlement> settlements) {
        return inTransaction(queue -> queue.settle(settlements));
      }

      @Override
      public int giveBack(String token) {
        return inTransaction(queue -> queue.giveBack(token));
      }

      @Override
      public int giveBackOf(String node) {
        return inTransaction(queue -> queue.giveBackOf(node));
      }

      @Override
      public int giveBackExpired() {
        return inTransaction(OutboxQueue::giveBackExpired);
      }
    };
  }

  /** Claims, and lets something happen before the claim commits. */
  List<Leased> claim(Lane lane, int most, Lease lease, Runnable beforeCommit) {
    return inTransaction(
        queue -> {
          List<Leased> claimed = queue.claim(lane, most, lease);
          beforeCommit.run();
          return claimed;
        });
  }

  /** Settles, and lets something happen before that commits. */
  void settle(Map<OutboxMessageId, OutboxQueue.Settlement> settlements, Runnable beforeCommit) {
    inTransaction(
        queue -> {
          Map<OutboxMessageId, MessageState> settled = queue.settle(settlements);
          beforeCommit.run();
          return settled;
        });
  }

  /** Whether a session of the database waits for a lock. */
  boolean isBlocked() {
    String waiting =
        database.dataSource() instanceof JdbcDataSource
            ? "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL"
            : "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND datname = current_database()";
    return 0 < (long) with(entities -> entities.createNativeQuery(waiting).getSingleResult());
  }

  private <T> T inTransaction(Function<OutboxQueue, T> work) {
    return database.transaction("mailbox", entities -> work.apply(queue(entities)));
  }

  private OutboxQueue queue(EntityManager entities) {
    OutboxQueue queue = new OutboxQueue();
    queue.store = Stores.outbox(entities);
    queue.leases = Stores.leases(entities, databaseClock);
    queue.accepted = Stores.accepted(entities);
    queue.settled = settled;
    queue.clock = clock;
    return queue;
  }

  public OutboxMessageId enqueue(OutgoingMail mail) {
    return call(outbox -> outbox.enqueue(mail));
  }

  public OutboxMessageView get(OutboxMessageId id) {
    return call(outbox -> outbox.get(id));
  }

  public MessageState state(OutboxMessageId id) {
    return get(id).state();
  }

  public byte[] raw(OutboxMessageId id) {
    return call(outbox -> outbox.raw(id));
  }

  public List<MessageEvent> history(OutboxMessageId id) {
    return call(outbox -> outbox.history(id));
  }

  int adopt() {
    return call(outbox -> outbox.adopt(10));
  }

  Optional<String> referenceOf(String messageId) {
    return call(outbox -> outbox.referenceOf(messageId));
  }

  public Map<MessageState, Long> counts() {
    return call(Outbox::counts);
  }

  Page<OutboxMessageView> list(OutboxQuery query, Slice slice) {
    return call(outbox -> outbox.list(query, slice));
  }

  Route defaultRoute() {
    return call(Outbox::defaultRoute);
  }

  List<MailboxUsage.Use> usesOf(long mailbox) {
    return with(entities -> Stores.waitingMail(entities).usesOf(new MailboxId(mailbox)));
  }

  /** The way out through a mailbox. */
  public static Route through(long mailbox, String from) {
    return Route.through(new MailboxId(mailbox), new EmailAddress(from), "Service Desk");
  }

  public static OutgoingMail mail(Route route, String... to) {
    return mailAbout("Printer on fire", route, to);
  }

  /** One that a person waits for. */
  public static OutgoingMail urgent(Route route, String to) {
    return mailAbout("Your new password", Priority.PERSON, route, to);
  }

  public static OutgoingMail mailAbout(String subject, Route route, String... to) {
    return mailAbout(subject, Priority.ROUTINE, route, to);
  }

  private static OutgoingMail mailAbout(
      String subject, Priority priority, Route route, String... to) {
    return new OutgoingMail(
        route,
        "The contract's outbox.",
        List.of(to).stream().map(EmailAddress::new).toList(),
        Optional.empty(),
        subject,
        "We are on our way.",
        "",
        List.of(),
        "4711",
        "17",
        priority,
        "element notify",
        Optional.empty());
  }

  @Override
  public void close() {
    database.close();
  }
}
