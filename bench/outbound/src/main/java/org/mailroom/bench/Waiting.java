package org.mailroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many mailboxes with little mail: how late they are looked into, and what waiting costs. */
final class Waiting {
  static final String LAG = "s";
  static final String LATE = "polled beyond the interval, p95";
  static final String KB = "KB of heap";
  static final String HELD = "each connection that waits";
  static final String ARRIVAL = "arrival to request, p95";
  private static final String LINK =
      """
      INSERT INTO contract (id, contract_number, number_key, client_id, start_date, status,
        input_mailbox_id, when_outbox_unavailable, sender_policy, mailbox_for_all_notices, version)
      SELECT 1000000 + m.id, 'many' || m.id, 'many' || m.id, c.client_id, c.start_date, 'ACTIVE',
        m.id, c.when_outbox_unavailable, c.sender_policy, c.mailbox_for_all_notices, 1
      FROM mailbox m, contract c WHERE c.contract_number = 'first' AND m.name LIKE 'u%'
        AND m.id <> c.input_mailbox_id""";

  private final Figures figures;

  Waiting(Figures figures) {
    this.figures = figures;
  }

  /** Mailboxes without IDLE, and one whose server says nothing. */
  void polled(int count, int seconds) throws Exception {
    try (Store store = Store.postgres();
        IdleServer server = new IdleServer(false);
        Deaf hung = new Deaf(Application.freePort());
        Application mailroom =
            Application.start(environment(store, seconds), "700m")) {
      register(mailroom, count, server.port());
      mailroom.inbox("uhung", "hung", hung.port());
      link(mailroom, store);
      TimeUnit.SECONDS.sleep(seconds * 4L);
      List<Double> late = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        late(server.polls("u" + i), seconds, late);
      }
      figures.add(LAG, count + " mailboxes, " + LATE, p95(late));
    }
  }

  private static Map<String, String> environment(Store store, int seconds) {
    Map<String, String> environment = new HashMap<>(store.environment());
    environment.put("MAILROOM_POLL_SECONDS", Integer.toString(seconds));
    return environment;
  }

  /** The first reading of all at once is no interval yet. */
  private static void late(List<Instant> polls, int seconds, List<Double> late)
      throws IOException {
    if (polls.size() < 3) {
      throw new IOException("A mailbox was looked into only " + polls.size() + " times.");
    }
    for (int i = 2; i < polls.size(); i++) {
      double gap = Duration.between(polls.get(i - 1), polls.get(i)).toMillis() / 1e3;
      late.add(Math.max(0, gap - seconds));
    }
  }

  /** Mailboxes that wait for news, some of which get mail. */
  void idle(int count, int arrivals) throws Exception {
    try (Store store = Store.postgres();
        IdleServer server = new IdleServer(true);
        Application mailroom = Application.start(store.environment(), "900m")) {
      register(mailroom, count, server.port());
      double before = Heap.held(mailroom);
      long start = System.nanoTime();
      link(mailroom, store);
      while (server.idling() < count * 0.99) {
        if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(8)) {
          throw new IOException("Only " + server.idling() + " wait: " + mailroom.directory());
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
      figures.add(LAG, count + " mailboxes, until all wait", (System.nanoTime() - start) / 1e9);
      double held = Heap.held(mailroom) - before;
      figures.add(KB, HELD, held * 1024 / server.idling());
      figures.add(LAG, ARRIVAL, p95(arrivals(store, server, mailroom, count, arrivals)));
    }
  }

  private static List<Double> arrivals(
      Store store, IdleServer server, Application mailroom, int count, int arrivals)
      throws Exception {
    Map<String, Instant> sent = new HashMap<>();
    for (int i = 0; i < arrivals; i++) {
      String subject = "arrival " + i;
      sent.put(subject, Instant.now());
      server.receive("u" + (i * 7919L % count), mail(subject, i));
      TimeUnit.MILLISECONDS.sleep(150);
    }
    Inbound.await(mailroom, store, "SELECT COUNT(*) FROM service_request", arrivals);
    List<Double> seconds = new ArrayList<>();
    store
        .times("SELECT title, opened_at FROM service_request")
        .forEach(
            (title, at) -> seconds.add(Duration.between(sent.get(title), at).toMillis() / 1e3));
    return seconds;
  }

  private static byte[] mail(String subject, int i) {
    return """
        From: c%d@client.example
        To: desk@desk.example
        Subject: %s
        Message-ID: <idle%d@client.example>

        Please come.
        """
        .formatted(i, subject, i)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void register(Application mailroom, int count, int port) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String user = "u" + i;
      all.add(clients.submit(() -> mailroom.inbox(user, user, port)));
    }
    for (Future<?> one : all) {
      one.get();
    }
    clients.shutdown();
  }

  /** Gives each mailbox a contract, which lets it be read. */
  private static void link(Application mailroom, Store store) throws Exception {
    long first = store.number("SELECT MIN(id) FROM mailbox");
    mailroom.post(
        "/contracts",
        """
        {"number": "first", "client": "Client", "startDate": "2020-01-01", "inputMailbox": %d}"""
            .formatted(first));
    store.run(LINK);
  }

  private static double p95(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }
}
