package org.mailroom.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Whether one mailbox's trouble or long queue delays the others: see bench/README.md. */
public final class Fairness {
  private static final int MAILBOXES = 200;
  private static final Duration TARPIT = Duration.ofSeconds(20);
  private static final int STUCK = 500;
  private static final int LONG_QUEUE = 50_000;
  private static final int BYTES = 4096;
  private static final double WANTED = 1.2;
  private static final double SECOND = 1000;
  private static final int A_SECOND = 20;
  private static final int TRIES = 5;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final String FLOW = "one-mail";
  private static final String THREE = "three-mails";
  private static final String WITHOUT = "without the two";
  private static final String WITH = "with a dead and a tarpitting one";
  private static final String ALONE = "alone";
  private static final String BESIDE = "beside 50,000 of another mailbox";

  private final Figures figures = new Figures();
  private final int rounds;
  private final Duration length;
  private final Store store;
  private final Application mailroom;
  private final Desk desk;
  private final Arrivals arrivals;
  private final long fast;
  private final long dead;
  private final long tarpit;
  private final int deadPort = Application.freePort();
  private final int tarpitPort = Application.freePort();

  private Fairness(boolean quick, Store store, Application mailroom, Arrivals arrivals, Sink sink)
      throws Exception {
    this.rounds = quick ? 2 : 5;
    this.length = Duration.ofSeconds(quick ? 15 : 45);
    this.store = store;
    this.mailroom = mailroom;
    this.arrivals = arrivals;
    this.desk = new Desk(mailroom);
    desk.publish(FLOW, 1);
    dead = outbox("dead", deadPort);
    tarpit = outbox("tarpit", tarpitPort);
    for (int i = 0; i < MAILBOXES - 2; i++) {
      mailroom.resume(outbox(healthy(i), sink.port()));
    }
    fast = mailroom.outbox("fast", sink.port());
    desk.publish(THREE, 3);
    long few = mailroom.outbox("few", sink.port());
    desk.contract(THREE, few, THREE);
    mailroom.resume(few);
  }

  private long outbox(String name, int port) {
    long mailbox = mailroom.outbox(name, port);
    desk.contract(name, mailbox, FLOW);
    return mailbox;
  }

  private static String healthy(int i) {
    return "healthy" + i;
  }

  public static void main(String[] arguments) throws Exception {
    Arrivals arrivals = new Arrivals();
    try (Store store = Store.postgres();
        Sink sink = new Sink(0, Duration.ZERO, arrivals);
        Application mailroom = Application.start(store.environment(), "700m")) {
      boolean quick = List.of(arguments).contains("--quick");
      Fairness bench = new Fairness(quick, store, mailroom, arrivals, sink);
      bench.run();
      Section.write("fairness", bench.lines());
    }
    System.exit(0);
  }

  private void run() throws Exception {
    stream(Duration.ofSeconds(20), List.of()); // until the JVM has compiled
    for (int round = 0; round < rounds; round++) {
      figures.add("p95", WITHOUT, stream(length, List.of()));
      figures.add("p95", WITH, withTheTwo());
    }
    for (int round = 0; round < rounds; round++) {
      longQueue();
    }
  }

  private double withTheTwo() throws Exception {
    try (Deaf silent = new Deaf(deadPort);
        Sink slow = new Sink(tarpitPort, TARPIT, arrivals)) {
      for (long mailbox : List.of(dead, tarpit)) {
        store.fill(mailbox, STUCK, BYTES);
        mailroom.resume(mailbox);
      }
      TimeUnit.SECONDS.sleep(2); // until they hold the workers that they get
      double p95 = stream(length, List.of("dead", "tarpit"));
      if (store.any("lane = 'mailbox:%d' AND state = 'SENT'".formatted(dead))) {
        throw new IOException("The dead server has taken mail.");
      }
      return p95;
    } finally {
      mailroom.pause(dead);
      mailroom.pause(tarpit);
      // both servers are gone: nobody waits for them any more
      await(() -> store.number("SELECT COUNT(*) FROM outbox_lease") == 0);
      store.empty();
    }
  }

  /** Opens requests at a steady pace; answers with the p95 of healthy mailboxes in ms. */
  private double stream(Duration lasting, List<String> besides) throws Exception {
    List<String> contracts = new ArrayList<>(besides);
    for (int i = 0; i < MAILBOXES - 2; i++) {
      contracts.add(healthy(i));
    }
    Collections.shuffle(contracts);
    Instant start = Instant.now();
    long count = lasting.toSeconds() * A_SECOND;
    ExecutorService clients = Executors.newFixedThreadPool(8);
    long next = System.nanoTime();
    for (int i = 0; i < count; i++) {
      String contract = contracts.get(i % contracts.size());
      clients.execute(() -> desk.open(contract));
      next += TimeUnit.SECONDS.toNanos(1) / A_SECOND;
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    }
    clients.shutdown();
    if (!clients.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IOException("REST does not keep up: " + mailroom.directory());
    }
    return p95(healthy(start));
  }

  /** How long each healthy message took from its row's time to the sink's. */
  private List<Double> healthy(Instant since) throws Exception {
    return millis(
        "origin LIKE 'flow %%' AND lane NOT IN ('mailbox:%d', 'mailbox:%d') AND created_at >= '%s'"
            .formatted(dead, tarpit, since));
  }

  private List<Double> millis(String which) throws Exception {
    await(() -> !store.any("(" + which + ") AND state <> 'SENT'"));
    List<Double> millis = new ArrayList<>();
    store
        .queued(which)
        .forEach(
            (id, at) -> millis.add(Duration.between(at, arrivals.times().get(id)).toNanos() / 1e6));
    return millis;
  }

  private static double p95(List<Double> millis) {
    List<Double> sorted = new ArrayList<>(millis);
    sorted.sort(null);
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }

  private void longQueue() throws Exception {
    three(ALONE);
    store.fill(fast, LONG_QUEUE, BYTES);
    mailroom.resume(fast);
    three(BESIDE);
    await(() -> !store.any(ofFast("state <> 'SENT'")));
    mailroom.pause(fast);
    store.empty();
  }

  /** Three messages of another mailbox, a few times: until the last of them is accepted. */
  private void three(String how) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      if (how.equals(BESIDE) && !store.any(ofFast("state = 'QUEUED'"))) {
        return; // the long queue has come to its end
      }
      Instant start = Instant.now();
      desk.open(THREE);
      await(() -> store.number("SELECT COUNT(*) FROM outbox_message WHERE " + three(start)) == 3);
      figures.add("three", how, Collections.max(millis(three(start))));
    }
  }

  private static String three(Instant since) {
    return "origin LIKE 'flow %s %%' AND created_at >= '%s'".formatted(THREE, since);
  }

  private String ofFast(String condition) {
    return "lane = 'mailbox:%d' AND %s".formatted(fast, condition);
  }

  private void await(Callable<Boolean> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!wanted.call()) {
      if (System.nanoTime() > end) {
        throw new IOException("Not done in 5 minutes: " + mailroom.directory());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Section.machine() + ". Medians of rounds.", ""));
    lines.addAll(List.of("| from queued to accepted | ms |", "|---|---|"));
    lines.add(row("p95 of 198 mailboxes, " + WITHOUT, "p95", WITHOUT));
    lines.add(row("p95 of 198 mailboxes, " + WITH, "p95", WITH));
    lines.add(row("last of three messages, " + ALONE, "three", ALONE));
    lines.add(row("last of three messages, " + BESIDE, "three", BESIDE));
    lines.addAll(Section.promises());
    double ratio = figures.median("p95", WITH) / figures.median("p95", WITHOUT);
    lines.add(
        Section.promise("p95 with the two to p95 without", "<= 1.2", ratio, ratio <= WANTED));
    double later = figures.median("three", BESIDE) - figures.median("three", ALONE);
    lines.add(
        Section.promise(
            "three messages: later beside 50,000, ms", "< 1000", later, later < SECOND));
    return lines;
  }

  private String row(String words, String table, String row) {
    return String.format(Locale.ENGLISH, "| %s | %.1f |", words, figures.median(table, row));
  }
}
