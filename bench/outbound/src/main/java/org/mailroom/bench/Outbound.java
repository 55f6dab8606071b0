package org.mailroom.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Mailroom beside its peers, from a filled outbox to a sink: see bench/README.md. */
public final class Outbound {
  private static final int SESSIONS = 4;
  private static final int SMALL = 4096;
  private static final int LARGE = 102_400;

  private final boolean quick;
  private final int rounds;
  private final Sinks sinks;
  private final Figures figures = new Figures();

  private Outbound(boolean quick, Sinks sinks) {
    this.quick = quick;
    this.rounds = quick ? 1 : 3;
    this.sinks = sinks;
  }

  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args);
    try (Sinks sinks = Sinks.open()) {
      Outbound bench = new Outbound(wanted.contains("--quick"), sinks);
      bench.run(wanted);
      new Report(bench.figures, sinks).write();
    }
    System.exit(0);
  }

  private void run(List<String> wanted) throws Exception {
    if (!wanted.contains("--no-peers")) {
      peers();
    }
    if (!wanted.contains("--no-postgres")) {
      mailroom("PostgreSQL");
    }
    if (!wanted.contains("--no-h2")) {
      mailroom("H2");
    }
    if (!wanted.contains("--no-memory")) {
      new Memory(figures, sinks).run(quick ? 20_000 : 100_000, quick ? 10 : 40);
    }
  }

  private void peers() throws Exception {
    peers(sinks.port(), SMALL, 4_000, "4 KB");
    peers(sinks.port(), LARGE, 1_000, "100 KB");
    try (DelayProxy line = new DelayProxy(sinks.port(), 10)) {
      for (int round = 0; round < rounds; round++) {
        figures.add(
            "20 ms",
            "Jakarta Mail, reused, 1 connection",
            Peers.reused(line.port(), 1, new FromMemory(60, SMALL)));
        figures.add(
            "20 ms",
            "Jakarta Mail, reused, 4 connections",
            Peers.reused(line.port(), SESSIONS, new FromMemory(240, SMALL)));
      }
    }
  }

  private void limit() throws Exception {
    figures.add("4 KB", "limit", sinks.limit(SESSIONS, SMALL, 40_000));
    figures.add("100 KB", "limit", sinks.limit(SESSIONS, LARGE, 4_000));
  }

  private void peers(int port, int bytes, int count, String size) throws Exception {
    Map<String, Round> peers = new LinkedHashMap<>();
    Supplier<Messages> messages = () -> new FromMemory(count, bytes);
    peers.put("Transport.send", () -> Peers.transportSend(port, SESSIONS, messages.get()));
    peers.put("Jakarta Mail, reused", () -> Peers.reused(port, SESSIONS, messages.get()));
    peers.put("Simple Java Mail, pool", () -> Peers.simpleJavaMail(port, SESSIONS, messages.get()));
    for (Round peer : peers.values()) {
      Round.warm(peer);
    }
    for (int round = 0; round < rounds; round++) {
      limit();
      for (Map.Entry<String, Round> peer : peers.entrySet()) {
        figures.add(size, peer.getKey(), peer.getValue().rate());
      }
    }
  }

  private void mailroom(String database) throws Exception {
    try (Store store = database.equals("H2") ? Store.h2(Application.scratch()) : Store.postgres();
        Application mailroom = Application.start(store.environment(), "700m");
        DelayProxy line = new DelayProxy(sinks.port(), 10)) {
      long near = mailroom.outbox("near", sinks.port());
      long far = mailroom.outbox("far", line.port());
      int many = database.equals("H2") ? 6_000 : 20_000;
      Round small = () -> delivered(mailroom, store, near, many, SMALL);
      Round large = () -> delivered(mailroom, store, near, 2_000, LARGE);
      Round.warm(small);
      Round.warm(large);
      for (int round = 0; round < rounds; round++) {
        limit();
        figures.add("4 KB", "Mailroom, " + database, small.rate());
        figures.add("100 KB", "Mailroom, " + database, large.rate());
      }
      if (!database.equals("H2")) {
        jobs(mailroom, store, near);
        figures.add("20 ms", "Mailroom, 4 connections", delivered(mailroom, store, far, 2_000, SMALL));
      }
    }
  }

  /** What the peers make of the same outbox, in which their messages are committed as ours are. */
  private void jobs(Application mailroom, Store store, long mailbox) throws Exception {
    int port = sinks.port();
    mailroom.pause(mailbox);
    Round one = () -> Peers.transportSend(port, SESSIONS, filled(store, mailbox));
    Round pool = () -> Peers.simpleJavaMail(port, SESSIONS, filled(store, mailbox));
    Round.warm(one);
    Round.warm(pool);
    for (int round = 0; round < rounds; round++) {
      limit();
      figures.add("4 KB", "Transport.send, from the outbox", one.rate());
      figures.add("4 KB", "Simple Java Mail, pool, from the outbox", pool.rate());
    }
  }

  private static Messages filled(Store store, long mailbox) throws Exception {
    int many = 4_000;
    store.empty();
    store.fill(mailbox, many, SMALL);
    return new FromOutbox(store, mailbox, many);
  }

  /** Messages a second from the moment they may leave until all are accepted and settled. */
  private static double delivered(
      Application mailroom, Store store, long mailbox, int count, int bytes) throws Exception {
    mailroom.pause(mailbox);
    store.empty();
    store.fill(mailbox, count, bytes);
    long start = System.nanoTime();
    mailroom.resume(mailbox);
    long end = start + TimeUnit.MINUTES.toNanos(5);
    while (store.any("state IN ('QUEUED', 'SENDING', 'UNCERTAIN')")) {
      if (System.nanoTime() > end) {
        throw new IOException("Not delivered in 5 minutes: " + mailroom.directory());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (store.number("SELECT COUNT(*) FROM outbox_message WHERE state = 'SENT'") < count) {
      throw new IOException("Not all were sent: " + mailroom.directory());
    }
    return count / seconds;
  }
}
