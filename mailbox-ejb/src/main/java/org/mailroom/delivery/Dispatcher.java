package org.mailroom.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.mailroom.delivery.model.Pace;
import org.mailroom.environment.Environment;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.InstallationGate;
import org.mailroom.mailbox.ConsentGiven;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxResumed;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageQueued;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.switches.SwitchWatch;

/**
 * Gives each lane that has due mail its fair share of the workers, and keeps leases in order. One
 * of them runs on each node.
 */
@ApplicationScoped
public class Dispatcher {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ADOPTED_AT_ONCE = 100;

  @EJB OutboxQueue queue;
  @EJB Outbox outbox;
  @EJB MailboxAccess mailboxes;
  @Inject MailTransport transport;
  @EJB Allowances allowances;
  @Inject InstallationGate gate;
  @Inject SwitchWatch switches;
  @Inject Environment environment;
  @Inject NodeId node;
  @Inject Clock clock;

  private final DeliverySettings settings = DeliverySettings.STANDARD;
  private final Map<Lane, LaneRunner> lanes = new ConcurrentHashMap<>();
  private final Map<Lane, LaneHealth> healths = new ConcurrentHashMap<>();
  private final Lock ticking = new ReentrantLock();
  private final Pace renewing = new Pace(Duration.ofSeconds(30));
  private final Pace sweeping = new Pace(Duration.ofSeconds(15));
  private final Pace adopting = new Pace(Duration.ofSeconds(5));
  private Leases leases;
  private Courier courier;
  private volatile Workers workers;

  /** Takes back what this node held when it was killed, and begins. */
  public void start(Executor threads) {
    int left = queue.giveBackOf(node.value());
    LOG.log(System.Logger.Level.INFO, "node={0} state=STARTED taken_back={1}", node, left);
    leases = new Leases(queue, node, clock);
    Accounts accounts = new Accounts(mailboxes, environment, gate, switches);
    MailTransport obedient = new SwitchedTransport(transport, switches);
    Claims claims = new Claims(queue, leases, threads);
    courier = new Courier(claims, obedient, accounts, settings, clock);
    workers = new Workers(threads, settings.workers());
  }

  /** What is to be done every second. Never throws, or the container would end the timer. */
  public void tick() {
    if (!ticking.tryLock()) {
      return; // the last one takes long
    }
    try {
      upkeep(clock.instant());
      queue.due().forEach(this::wake);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The outbox could not be looked through.", e);
    } finally {
      ticking.unlock();
    }
  }

  private void upkeep(Instant now) {
    workers.nudge();
    // renewed before others are swept: after a jump of the clock our own are not mistaken for dead
    if (renewing.due(now)) {
      leases.renew();
    }
    if (sweeping.due(now)) {
      int expired = queue.giveBackExpired();
      if (expired > 0) {
        LOG.log(System.Logger.Level.WARNING, "node={0} expired_leases={1}", node, expired);
      }
    }
    if (adopting.due(now)) {
      adopt();
    }
    transport.tidy();
  }

  private void adopt() {
    int adopted = ADOPTED_AT_ONCE;
    while (adopted == ADOPTED_AT_ONCE) {
      adopted = outbox.adopt(ADOPTED_AT_ONCE);
    }
  }

  /** A message was committed: it leaves at once, not at the next tick. */
  public void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
    if (workers != null) {
      wake(event.lane());
    }
  }

  /** A person has seen to a mailbox: what it rests from counts no more. */
  public void resumed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailboxResumed event) {
    goOn(Lane.of(event.mailbox()));
  }

  /** A mailbox may sign in from now on. */
  public void consented(@Observes ConsentGiven event) {
    goOn(Lane.of(event.mailbox()));
  }

  private void goOn(Lane lane) {
    if (workers != null) {
      healths.computeIfPresent(lane, (l, health) -> health.afresh());
      wake(lane);
    }
  }

  private void wake(Lane lane) {
    lanes.computeIfAbsent(lane, this::runner).wake();
  }

  private LaneRunner runner(Lane lane) {
    LaneHealth health = healths.computeIfAbsent(lane, l -> new LaneHealth(l, mailboxes, clock));
    LaneLimits limits = new LaneLimits(lane, node, mailboxes, allowances, clock);
    return new LaneRunner(
        workers,
        settings.gathering(),
        () -> limits.connections(settings.workersPerLane()),
        () -> health.lets() && courier.round(lane, health, limits));
  }

  /** Lets the messages at hand be settled and gives the rest back. */
  public void stop() {
    try {
      courier.stop();
      workers.stop(PATIENCE);
      transport.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
