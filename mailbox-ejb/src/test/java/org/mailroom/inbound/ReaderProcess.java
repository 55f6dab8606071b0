package org.mailroom.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/**
 * A node's readers in a process of their own, for whoever wants to kill them: reads the mailboxes
 * of some IMAP servers until it is ended.
 *
 * <p>Arguments: the address of the database, then the port of each server.
 */
public final class ReaderProcess {
  /** Since when the mailboxes are active. */
  static final Instant ACTIVE_SINCE = Instant.parse("2026-11-22T12:00:00Z");

  private static final NodeId NODE = new NodeId("node");

  private ReaderProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    InboundDatabase store = new InboundDatabase(TestDatabase.at(arguments[0]));
    RecordedAccess access = new RecordedAccess();
    Set<MailboxId> mailboxes = new HashSet<>();
    List<String> ports = Arrays.asList(arguments).subList(1, arguments.length);
    for (String port : ports) {
      MailboxId mailbox = new MailboxId(mailboxes.size() + 1L);
      mailboxes.add(mailbox);
      access.put(account(mailbox, Integer.parseInt(port)).account());
    }
    ReadingRounds rounds = rounds(store, access);
    store.run(() -> store.cursors().release(NODE));
    while (true) {
      rounds.run(mailboxes);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static AccountFixture account(MailboxId mailbox, int port) {
    return new AccountFixture(
        mailbox,
        Protocol.IMAP,
        port,
        "INBOX",
        AccountFixture.PASSWORD,
        ACTIVE_SINCE,
        false,
        Security.NONE,
        AfterReading.USUAL);
  }

  private static ReadingRounds rounds(InboundDatabase store, RecordedAccess access) {
    Clock clock = Clock.systemUTC();
    MailboxReader reader =
        new MailboxReader(
            access,
            new ServerSources(),
            new Shelf(store, store.cursors(), store.ledger(), clock),
            Reading.pace(),
            NODE,
            clock,
            Reading.noIdling(),
            ReadingBudget.ofHeap(),
            Runnable::run);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    return new ReadingRounds(
        store, store.cursors(), clock, NODE, workers, box -> reader.read(box, () -> {}));
  }
}
