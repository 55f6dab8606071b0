package org.mailroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** From a mail server to service requests: see bench/README.md. */
public final class Inbound {
  static final String RATES = "mails a second";
  static final String LIMIT = "mbsync, FSync yes";
  static final String STORED = "Mailroom, %s, rows committed";
  static final String OPENED = "Mailroom, %s, requests open";
  static final String CONFIRMED = "Mailroom, %s, confirmations at the sink";
  static final String FAR = "20 ms";
  static final String ONE_BY_ONE = "one by one";
  static final String BATCHES = "Mailroom";
  private static final String BOX = "mixed";
  private static final String REQUESTS = "SELECT COUNT(*) FROM service_request";
  private static final String FLOW = "confirm";
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(6);

  private final boolean quick;
  private final int mails;
  private final Figures figures = new Figures();
  private final DovecotServer server;

  private Inbound(boolean quick, DovecotServer server) {
    this.quick = quick;
    this.mails = quick ? 2_000 : 10_000;
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> wanted = List.of(arguments);
    long seed = Long.getLong("seed", 20261126);
    System.out.println("Seed " + seed + "; another one by JAVA_TOOL_OPTIONS=-Dseed=N");
    try (DovecotServer server = new DovecotServer()) {
      Inbound bench = new Inbound(wanted.contains("--quick"), server);
      bench.run(wanted, new MixedMail(seed));
      Section.write("inbound", new InboundReport(bench.figures, bench.mails).lines());
    }
    System.exit(0);
  }

  private void run(List<String> wanted, MixedMail mail) throws Exception {
    List<String> databases = new ArrayList<>(List.of("PostgreSQL", "H2"));
    databases.removeIf(it -> wanted.contains("--no-" + it.toLowerCase(Locale.ROOT)));
    if (!databases.isEmpty()) {
      server.fill(BOX, mails, mail);
      // the first to read a maildir has its index made
      OneByOne.unread(server.port(), BOX);
    }
    for (String database : databases) {
      mixed(database);
    }
    if (!wanted.contains("--no-memory")) {
      memory(mail);
    }
    Waiting waiting = new Waiting(figures);
    if (!wanted.contains("--no-poll")) {
      waiting.polled(quick ? 200 : 1_000, quick ? 15 : 30);
    }
    if (!wanted.contains("--no-idle")) {
      waiting.idle(quick ? 500 : 5_000, quick ? 50 : 200);
    }
  }

  private void mixed(String database) throws Exception {
    try (Store store = database.equals("H2") ? Store.h2(Application.scratch()) : Store.postgres();
        Sink sink = new Sink();
        Application mailroom = Application.start(store.environment(), "700m");
        DelayProxy line = new DelayProxy(server.port(), 10)) {
      Desk desk = new Desk(mailroom);
      desk.publish(FLOW, 1);
      long outbox = mailroom.outbox("out", sink.port());
      mailroom.resume(outbox);
      for (String round : quick ? List.of("warm", "a") : List.of("warm", "a", "b", "c")) {
        figures.add(RATES, LIMIT, Mbsync.rate(server.port(), BOX, mails));
        double rate = stored(mailroom, desk, store, server.port(), round);
        if (!round.equals("warm")) {
          figures.add(RATES, STORED.formatted(database), rate);
        }
      }
      // a server that runs for days has its code compiled, which takes minutes of such mail
      opened(mailroom, desk, store, outbox, "warm");
      List<Double> rates = opened(mailroom, desk, store, outbox, "open");
      figures.add(RATES, OPENED.formatted(database), rates.get(0));
      figures.add(RATES, CONFIRMED.formatted(database), rates.get(1));
      if (database.equals("PostgreSQL")) {
        figures.add(FAR, ONE_BY_ONE, OneByOne.rate(line.port(), BOX, quick ? 20 : 60));
        figures.add(FAR, BATCHES, stored(mailroom, desk, store, line.port(), "far"));
      }
    }
  }

  /** Until all mail is committed; nothing but quarantine comes of it. */
  private double stored(Application mailroom, Desk desk, Store store, int port, String name)
      throws Exception {
    OneByOne.unread(server.port(), BOX);
    long inbox = mailroom.inbox(name, BOX + "@" + name, port);
    long start = System.nanoTime();
    desk.keeping(name, inbox);
    String rows = "SELECT COUNT(*) FROM received_mail WHERE mailbox_id = " + inbox;
    await(mailroom, store, rows, mails);
    double rate = rate(start);
    // what still goes on must not slow down who is next
    await(mailroom, store, rows + " AND marked AND state <> 'STORED'", mails);
    mailroom.pause(inbox);
    return rate;
  }

  /** Until all mail has opened a request, and until all its confirmations are at the sink. */
  private List<Double> opened(
      Application mailroom, Desk desk, Store store, long outbox, String name) throws Exception {
    OneByOne.unread(server.port(), BOX);
    long wanted = store.number(REQUESTS) + mails;
    long inbox = mailroom.inbox("open-" + name, BOX + "@open-" + name, server.port());
    long start = System.nanoTime();
    desk.reading("open-" + name, inbox, outbox, FLOW);
    await(mailroom, store, REQUESTS, wanted);
    double opened = rate(start);
    await(mailroom, store, "SELECT COUNT(*) FROM outbox_message WHERE state = 'SENT'", wanted);
    double confirmed = rate(start);
    System.out.println("files: " + store.number("SELECT COUNT(*) FROM attachment"));
    mailroom.pause(inbox);
    return List.of(opened, confirmed);
  }

  private double rate(long start) {
    return mails / ((System.nanoTime() - start) / 1e9);
  }

  static void await(Application mailroom, Store store, String count, long wanted)
      throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (store.number(count) < wanted) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "Not done in 6 minutes, only %d: %s".formatted(store.number(count), mailroom.directory()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** The largest mail there may be, in all mailboxes at the same time. */
  private void memory(MixedMail mail) throws Exception {
    int boxes = quick ? 12 : 40;
    for (int i = 0; i < boxes; i++) {
      server.put("large" + i, 0, mail.mail(24 << 20));
    }
    server.handOver();
    try (Store store = Store.postgres();
        Application mailroom = Application.start(store.environment(), "700m")) {
      Desk desk = new Desk(mailroom);
      double idle = Heap.held(mailroom);
      for (int i = 0; i < boxes; i++) {
        desk.keeping("l" + i, mailroom.inbox("l" + i, "large" + i, server.port()));
      }
      double most = idle;
      String count = "SELECT COUNT(*) FROM received_mail WHERE state <> 'STORED'";
      while (store.number(count) < boxes) {
        most = Math.max(most, Heap.held(mailroom));
      }
      figures.add("MB", "held idle", idle);
      figures.add("MB", "held at most, over idle", most - idle);
      figures.add(
          "MB",
          "failed readings",
          store.number("SELECT COALESCE(SUM(tries + 1), 0) FROM inbound_stumble"));
    }
  }
}
