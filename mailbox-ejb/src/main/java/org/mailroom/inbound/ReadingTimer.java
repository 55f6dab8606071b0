package org.mailroom.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailroom.access.OwnWork;
import org.mailroom.database.Database;
import org.mailroom.environment.Environment;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.Ledger;
import org.mailroom.inbound.model.MailLimits;
import org.mailroom.inbound.model.ReadingPace;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.installation.InstallationGate;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.RoundTripMark;
import org.mailroom.vault.Vault;

/**
 * Puts reading together and gives it its beat: once a second it looks for mailboxes that are due
 * and for stored mail that waits. The work itself runs on the server's executor.
 */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingTimer {
  private static final System.Logger LOG = System.getLogger(ReadingTimer.class.getName());

  @EJB Database database;
  @EJB MailboxAccess access;
  @Inject @Any Instance<ReceivedMailHandler> handlers;
  @Inject Transactions transactions;
  @Inject Cursors cursors;
  @Inject Ledger ledger;
  @Inject StoredMails mails;
  @Inject InstallationGate gate;
  @Inject Environment environment;
  @Inject NodeId node;
  @Inject Vault vault;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  private ReadingBudget budget;
  private Takers takers;
  private IdleRoom idle;
  private ReadingRounds reading;
  private ProcessingRounds processing;

  @PostConstruct
  void start() {
    database.ready();
    transactions.run(() -> cursors.release(node));
    // found once: each look-up of a dependent bean would live as long as this one
    List<ReceivedMailHandler> found = handlers.stream().toList();
    takers = new Takers(found);
    budget = ReadingBudget.ofHeap();
    processing = processing();
    idle =
        new IdleRoom(
            ReadingPace.connections(environment),
            OwnWork.on(executor),
            mailbox -> reading.ring(mailbox));
    reading = reading();
    OwnWork.on(executor).execute(idle::watch);
  }

  @PreDestroy
  void stop() {
    idle.close();
    try {
      reading.end();
    } catch (RuntimeException e) {
      // such as a database that went first; then the leases run out
      LOG.log(Level.WARNING, "inbound.leases_kept", e);
    }
  }

  private ProcessingRounds processing() {
    MimeParser parser =
        new MimeParser(new RoundTripMark(vault)::isOurs, MailLimits.of(environment));
    Processing one = new Processing(transactions, mails, parser, takers::handle, clock, budget);
    return new ProcessingRounds(
        transactions,
        mails,
        clock,
        OwnWork.on(executor),
        some -> takers.waitForOthers() ? one.processApart(some) : one.process(some),
        this::settled);
  }

  /** What waits on the server for that is done soon, and not only when the mailbox is due. */
  private void settled(MailboxId mailbox) {
    if (access.actsOnOutcome(mailbox)) {
      reading.ring(mailbox);
    }
  }

  private ReadingRounds reading() {
    MailboxReader one =
        new MailboxReader(
            access,
            new ServerSources(),
            new Shelf(transactions, cursors, ledger, clock),
            ReadingPace.of(environment),
            node,
            clock,
            idle,
            budget,
            OwnWork.on(executor));
    return new ReadingRounds(
        transactions,
        cursors,
        clock,
        node,
        OwnWork.on(executor),
        mailbox -> one.read(mailbox, processing::run));
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    try {
      if (gate.isOpen() && takers.any()) {
        takers.ready();
        processing.run();
        Set<MailboxId> readable = transactions.call(this::readable);
        idle.retain(readable);
        reading.run(readable);
      }
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(Level.ERROR, "inbound.round_broken", e);
    }
  }

  private Set<MailboxId> readable() {
    Set<MailboxId> readable = new HashSet<>(access.activeInputs());
    readable.retainAll(takers.mailboxes());
    return readable;
  }
}
