package org.mailroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What two e-mail elements cost the requests that run them: see bench/README.md. */
public final class Enqueue {
  private static final int ELEMENTS = 2;
  private static final double WANTED = 1.5;
  private static final long WARMING = TimeUnit.SECONDS.toNanos(150);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  private final Figures figures = new Figures();
  private final int rounds;
  private final int requests;

  private Enqueue(boolean quick) {
    rounds = quick ? 3 : 7;
    requests = quick ? 200 : 600;
  }

  public static void main(String[] arguments) throws Exception {
    Enqueue bench = new Enqueue(List.of(arguments).contains("--quick"));
    for (String database : List.of("PostgreSQL", "H2")) {
      if (!List.of(arguments).contains("--no-" + database.toLowerCase(Locale.ROOT))) {
        bench.measure(database);
      }
    }
    Section.write("enqueue", bench.lines());
    System.exit(0);
  }

  private void measure(String database) throws Exception {
    try (Store store = database.equals("H2") ? Store.h2(Application.scratch()) : Store.postgres();
        Sink sink = new Sink();
        Application mailroom = Application.start(store.environment(), "700m")) {
      Desk desk = new Desk(mailroom);
      long mailbox = mailroom.outbox("desk", sink.port());
      mailroom.resume(mailbox);
      desk.publish("without", 0);
      desk.publish("with", ELEMENTS);
      desk.contract("without", mailbox, "without");
      desk.contract("with", mailbox, "with");
      Load load = new Load(mailroom, desk, store, mailbox, database);
      load.warm();
      for (int round = 0; round < rounds; round++) {
        for (int clients : new int[] {1, 4}) {
          load.run("without", clients, true);
          load.run("with", clients, true);
        }
      }
      for (int round = 0; round < rounds; round++) {
        load.withoutDelivery(4);
      }
    }
  }

  /** Opens requests and waits until all that they want sent is in the outbox. */
  private final class Load {
    private final Application mailroom;
    private final Desk desk;
    private final Store store;
    private final long mailbox;
    private final String database;

    Load(Application mailroom, Desk desk, Store store, long mailbox, String database) {
      this.mailroom = mailroom;
      this.desk = desk;
      this.store = store;
      this.mailbox = mailbox;
      this.database = database;
    }

    /** A server runs for days, and a JVM on two cores compiles for minutes. */
    void warm() throws Exception {
      long end = System.nanoTime() + WARMING;
      while (System.nanoTime() < end) {
        run("with", 4, false);
        run("without", 4, false);
      }
    }

    double run(String flow, int clients, boolean counts) throws Exception {
      String kind = flow.equals("with") ? "two e-mail elements" : "no e-mail element";
      double[] rates = opened(flow, clients);
      awaitSent();
      if (counts) {
        figures.add(table(clients), kind + ", answered", rates[0]);
        figures.add(table(clients), kind + ", done", rates[1]);
      }
      return rates[1];
    }

    /** The same while the mailbox is paused: what they cost without what sending costs. */
    void withoutDelivery(int clients) throws Exception {
      mailroom.pause(mailbox);
      double[] rates = opened("with", clients);
      mailroom.resume(mailbox);
      awaitSent();
      figures.add(table(clients), "two e-mail elements, mailbox paused, done", rates[1]);
    }

    private String table(int clients) {
      return "%s, %d %s".formatted(database, clients, clients == 1 ? "client" : "clients");
    }

    /** How many a second were answered, and how many had all their mail in the outbox. */
    private double[] opened(String flow, int clients) throws Exception {
      long before = queued();
      long start = System.nanoTime();
      open(flow, clients);
      double answered = (System.nanoTime() - start) / 1e9;
      await(() -> queued() >= before + (flow.equals("with") ? ELEMENTS * requests : 0));
      double done = (System.nanoTime() - start) / 1e9;
      return new double[] {requests / answered, requests / done};
    }

    private void open(String flow, int clients) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(clients);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        all.add(threads.submit(() -> desk.open(flow)));
      }
      for (Future<?> one : all) {
        one.get(PATIENCE, TimeUnit.NANOSECONDS);
      }
      threads.shutdown();
    }

    private long queued() throws Exception {
      return store.number("SELECT COUNT(*) FROM outbox_message");
    }

    private void awaitSent() throws Exception {
      await(() -> !store.any("state IN ('QUEUED', 'SENDING', 'UNCERTAIN')"));
      if (store.any("state <> 'SENT'")) {
        throw new IOException("Not all were sent: " + mailroom.directory());
      }
    }

    private void await(Callable<Boolean> wanted) throws Exception {
      long end = System.nanoTime() + PATIENCE;
      while (!wanted.call()) {
        if (System.nanoTime() > end) {
          throw new IOException("Not done in 3 minutes: " + mailroom.directory());
        }
        TimeUnit.MILLISECONDS.sleep(30);
      }
    }
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Section.machine() + ". Medians."));
    List<String> promises = new ArrayList<>(Section.promises());
    for (String table : figures.tables()) {
      lines.addAll(List.of("", "| %s | requests a second |".formatted(table), "|---|---|"));
      for (String row : figures.rows(table)) {
        lines.add(String.format(Locale.ENGLISH, "| %s | %.1f |", row, figures.median(table, row)));
      }
      for (String what : List.of("answered", "done")) {
        double ratio =
            figures.median(table, "no e-mail element, " + what)
                / figures.median(table, "two e-mail elements, " + what);
        promises.add(
            Section.promise(
                "%s: what two elements cost, %s".formatted(table, what),
                "<= 1.5",
                ratio,
                ratio <= WANTED));
      }
    }
    lines.addAll(promises);
    return lines;
  }
}
