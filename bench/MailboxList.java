import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.contract.jpa.ContractStore;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.jpa.FiguresStore;

/** How long a page of the list of mailboxes takes: see README.md. */
public final class MailboxList {
  private static final int RUNS = 21;
  private static final int MAILS = 200_000;
  // on a busy machine the clock tells more of the neighbours than of us
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] args) throws SQLException {
    int mailboxes = Integer.parseInt(args[0]);
    for (TestDatabase database : List.of(TestDatabase.h2(), TestDatabase.postgres())) {
      try (database) {
        fill(database, mailboxes);
        measure(database, mailboxes);
      }
    }
  }

  private static void measure(TestDatabase database, int mailboxes) {
    System.out.printf("%n%s, %,d mailboxes, median of %d runs%n", database, mailboxes, RUNS);
    Slice first = Slice.first(20);
    Slice last = new Slice(mailboxes / 20 - 1, 20);
    time(database, "first page, by name", MailboxQuery.all(), first);
    time(database, "last page, by name", MailboxQuery.all(), last);
    time(database, "a page of 100", MailboxQuery.all(), Slice.first(100));
    time(database, "by status", sorted(MailboxOrder.Column.STATUS), first);
    time(database, "by last error, last page", sorted(MailboxOrder.Column.LAST_ERROR), last);
    time(database, "text", new MailboxQuery("box 99", null), first);
    time(
        database,
        "status ERROR",
        new MailboxQuery(null, null, MailboxStatus.ERROR, null, null, null, null, null, null),
        first);
    time(
        database,
        "class of the last error",
        new MailboxQuery(null, null, null, null, Trouble.NETWORK, null, null, null, null),
        first);
    time(database, "not in use", null, first);
  }

  private static MailboxQuery sorted(MailboxOrder.Column by) {
    return new MailboxQuery(
        null, null, null, null, null, null, null, null, new MailboxOrder(by, true));
  }

  private static void time(TestDatabase database, String what, MailboxQuery query, Slice slice) {
    long[] nanos = new long[RUNS];
    long[] ours = new long[RUNS];
    for (int run = -RUNS; run < RUNS; run++) {
      long start = System.nanoTime();
      long startOurs = THREADS.getCurrentThreadCpuTime();
      database.transaction("mailbox", it -> page(database, it, query, slice));
      if (run >= 0) {
        nanos[run] = System.nanoTime() - start;
        ours[run] = THREADS.getCurrentThreadCpuTime() - startOurs;
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(ours);
    System.out.printf(
        "%8.1f ms (%.1f ms of this thread)  %s%n",
        nanos[RUNS / 2] / 1e6, ours[RUNS / 2] / 1e6, what);
  }

  private static int page(
      TestDatabase database, EntityManager entities, MailboxQuery query, Slice slice) {
    MailboxStore store = new MailboxStore(entities);
    MailboxQuery wanted = query == null ? unused(database, store) : query;
    Page<Mailbox> page = store.list(wanted, slice);
    Set<MailboxId> ids = page.items().stream().map(Mailbox::id).collect(Collectors.toSet());
    int figures = new FiguresStore(entities).of(ids, Instant.now().minusSeconds(86_400)).size();
    return figures + contracts(database, ids);
  }

  private static MailboxQuery unused(TestDatabase database, MailboxStore store) {
    Set<MailboxId> used =
        database.transaction("contract", it -> new ContractStore(it).mailboxesNamed());
    Set<MailboxId> all =
        store.ids(MailboxQuery.all()).stream()
            .filter(id -> !used.contains(id))
            .collect(Collectors.toSet());
    return MailboxQuery.all().among(all);
  }

  private static int contracts(TestDatabase database, Set<MailboxId> ids) {
    return database.transaction("contract", it -> new ContractStore(it).using(ids).size());
  }

  private static void fill(TestDatabase database, int mailboxes) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      batch(
          connection,
          "INSERT INTO mailbox (id, version, type, name, name_key, server, port, security,"
              + " verify_certificate, authentication, login_name, address, active, active_since,"
              + " protocol, folder, read_existing) VALUES (?, 1, ?, ?, ?, ?, 993, 'TLS', TRUE,"
              + " 'PASSWORD', ?, ?, ?, ?, ?, ?, ?)",
          mailboxes,
          i -> {
            boolean input = i % 2 == 0;
            return Arrays.asList(
                i, input ? "INPUT" : "OUTPUT", "Box " + i, "box " + i, "mail" + i % 90 + ".example",
                "user" + i, "user" + i + "@c.example", i % 11 != 0, now, input ? "IMAP" : null,
                input ? "INBOX" : null, input ? Boolean.FALSE : null);
          });
      String[] troubles = {null, null, null, null, "NETWORK", "TLS", "LOGIN"};
      batch(
          connection,
          "INSERT INTO mailbox_health (mailbox_id, last_success, last_error_at, last_error, trouble,"
              + " last_error_class, login_refusals, checked) VALUES (?, ?, ?, ?, ?, ?, 0, TRUE)",
          mailboxes,
          i -> {
            String trouble = troubles[(int) (i % troubles.length)];
            OffsetDateTime failed = trouble == null ? null : now.minusSeconds(i);
            return Arrays.asList(i, now.minusSeconds(i), failed, trouble, trouble, trouble);
          });
      batch(
          connection,
          "INSERT INTO inbound_cursor (mailbox_id, last_uid, scanning, next_due, failures,"
              + " lease_token) VALUES (?, 0, FALSE, ?, 0, 0)",
          mailboxes,
          i -> Arrays.asList(i, now.plusSeconds(i % 60)));
      batch(
          connection,
          "INSERT INTO outbox_message (id, message_id, reference, origin, lane, sender, sender_name,"
              + " subject, explanation, state, attempts, failures, bytes, created_at, next_attempt,"
              + " failed_at) VALUES (?, ?, '', '', ?, '', '', '', '', ?, 1, 0, 1, ?, ?, ?)",
          MAILS,
          i -> {
            String state = i % 50 == 0 ? "FAILED" : i % 20 == 0 ? "QUEUED" : "SENT";
            return Arrays.asList(
                i, "<" + i + "@bench>", "mailbox:" + (1 + i % mailboxes), state, now,
                state.equals("QUEUED") ? now : null, state.equals("FAILED") ? now : null);
          });
      batch(
          connection,
          "INSERT INTO received_mail (id, mailbox_id, place, uid, message_id, fingerprint,"
              + " received_at, stored_at, sender, subject, mail_size, marked, state, reason, attempts,"
              + " next_try, version) VALUES (?, ?, 'p', ?, '', '', ?, ?, '', '', 1, TRUE, 'OPENED', '',"
              + " 0, ?, 1)",
          MAILS,
          i -> {
            OffsetDateTime at = now.minusSeconds(i);
            return Arrays.asList(i, 1 + i % mailboxes, Long.toString(i), at, at, at);
          });
      batch(
          connection,
          "INSERT INTO client (id, name, name_key, domains) VALUES (?, 'c', 'c', '')",
          1,
          i -> List.of(i));
      batch(
          connection,
          "INSERT INTO contract (id, contract_number, number_key, client_id, start_date, status,"
              + " output_mailbox_id, input_mailbox_id, when_outbox_unavailable, sender_policy,"
              + " mailbox_for_all_notices, version) VALUES (?, ?, ?, 1, DATE '2026-01-01', 'ACTIVE', ?,"
              + " ?, 'WAIT', 'ANYONE', FALSE, 1)",
          mailboxes / 2 - 500,
          i -> Arrays.asList(i, "C-" + i, "c-" + i, 2 * i - 1, 2 * i));
      connection.commit();
      try (var statement = connection.createStatement()) {
        statement.execute("ANALYZE");
      }
      connection.commit();
    }
  }

  private interface Row {
    Collection<?> of(long number);
  }

  private static void batch(Connection connection, String sql, int rows, Row row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (long number = 1; number <= rows; number++) {
        int at = 0;
        for (Object value : row.of(number)) {
          statement.setObject(++at, value);
        }
        statement.addBatch();
        if (number % 1000 == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }
}
