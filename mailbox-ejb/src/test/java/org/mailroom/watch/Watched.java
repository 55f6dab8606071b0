package org.mailroom.watch;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mailroom.audit.Audit;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.Beans;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Expiries;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxFiguresFixture;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.outbox.SettledMail;
import org.mailroom.watch.jpa.AlertStore;
import org.mailroom.watch.jpa.BulkStore;
import org.mailroom.watch.jpa.FiguresStore;

/** The component put together by hand over a real database; each call is a transaction. */
final class Watched implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  final TestDatabase database;
  final List<OutgoingMail> sent = new ArrayList<>();
  final List<Expiry> ending = new ArrayList<>();
  final List<EmailAddress> administrators =
      new ArrayList<>(List.of(new EmailAddress("admin@desk.example")));
  final Map<String, String> variables = new HashMap<>();
  Route route = Route.throughSession(new EmailAddress("desk@desk.example"), "");
  Instant now = NOON;

  Watched(TestDatabase database) {
    this.database = database;
  }

  <T> T in(Function<EntityManager, T> work) {
    return database.transaction("mailbox", work);
  }

  MailboxId add(Drafts drafts) {
    return in(
        entities -> {
          Mailbox mailbox = Mailbox.of(MailboxSettings.of(drafts.draft()), NOON);
          new MailboxStore(entities).add(mailbox);
          return mailbox.id();
        });
  }

  <T> T mailbox(MailboxId id, Function<Mailbox, T> work) {
    return in(entities -> work.apply(new MailboxStore(entities).lock(id).orElseThrow()));
  }

  /** One round of the alerts. */
  void round() {
    in(
        entities -> {
          rounds(entities).run();
          return null;
        });
  }

  <T> T alerts(Function<MailboxAlerts, T> work) {
    return in(
        entities -> {
          MailboxAlerts alerts = new MailboxAlerts();
          alerts.store = new AlertStore(entities);
          return work.apply(alerts);
        });
  }

  <T> T healths(Function<MailboxHealths, T> work) {
    return in(
        entities -> {
          MailboxHealths healths = new MailboxHealths();
          healths.mailboxes = mailboxes(entities);
          healths.figures = new FiguresStore(entities);
          healths.expiries = new Beans<>(List.of(expiries()));
          healths.clock = clock();
          return work.apply(healths);
        });
  }

  MailNumbersView numbers() {
    return in(
        entities -> {
          MailNumbers numbers = new MailNumbers();
          numbers.mailboxes = mailboxes(entities);
          numbers.outbox = OutboxFiguresFixture.over(entities, clock());
          numbers.settled = new SettledMail();
          numbers.figures = new FiguresStore(entities);
          numbers.clock = clock();
          return numbers.now();
        });
  }

  <T> T bulk(Function<BulkRuns, T> work) {
    return in(
        entities -> {
          BulkRuns runs = new BulkRuns();
          runs.store = new BulkStore(entities);
          runs.mailboxes = mailboxes(entities);
          runs.audit = new Quiet();
          runs.clock = clock();
          return work.apply(runs);
        });
  }

  <T> T steps(Function<BulkSteps, T> work) {
    return in(
        entities -> {
          BulkSteps steps = new BulkSteps();
          steps.store = new BulkStore(entities);
          steps.clock = clock();
          return work.apply(steps);
        });
  }

  private AlertRounds rounds(EntityManager entities) {
    AlertRounds rounds = new AlertRounds();
    rounds.store = new AlertStore(entities);
    rounds.mailboxes = mailboxes(entities);
    rounds.expiries = new Beans<>(List.of(expiries()));
    rounds.outbox = OutboxFiguresFixture.over(entities, clock());
    rounds.post = new AlertPost();
    rounds.post.outbox = new Sent();
    rounds.post.recipients = new Beans<>(List.of(() -> List.copyOf(administrators)));
    rounds.post.environment = Environment.of(variables::get);
    rounds.clock = clock();
    return rounds;
  }

  StoredMailboxes mailboxes(EntityManager entities) {
    return new StoredMailboxes(new MailboxStore(entities), now);
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Expiries expiries() {
    return new Expiries() {
      @Override
      public List<Expiry> of(Collection<MailboxId> mailboxes) {
        return ending.stream().filter(it -> mailboxes.contains(it.mailbox())).toList();
      }

      @Override
      public List<Expiry> before(Instant then) {
        return ending.stream().filter(it -> it.at().isBefore(then)).toList();
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }

  /** Keeps what was enqueued. */
  private final class Sent extends Outbox {
    @Override
    public Route defaultRoute() {
      return route;
    }

    @Override
    public OutboxMessageId enqueue(OutgoingMail mail) {
      sent.add(mail);
      return new OutboxMessageId(sent.size());
    }
  }

  private static final class Quiet extends Audit {
    @Override
    public void note(String action, String subject, String detail) {
      // what is on record is seen elsewhere
    }

    @Override
    public String caller() {
      return "ana";
    }
  }
}
