package org.mailroom.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.jpa.UnusedContents;
import org.mailroom.database.TestDatabase;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgeTask;

/** Contents in the database; each database has its subclass. */
abstract class FileContentsContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_same_content_is_kept_once() {
    keep(text("logo"), text("logo"), text("other"));
    keep(text("logo"));

    assertThat(count("file_content")).isEqualTo(2);
    assertThat(count("file_piece")).isEqualTo(2);
    assertThat(read(text("logo"))).isEqualTo(text("logo"));
  }

  @Test
  void a_large_content_is_kept_in_pieces_and_comes_back_whole() {
    byte[] large = new byte[700_001];
    new Random(1).nextBytes(large);

    keep(large);

    assertThat(count("file_piece")).isEqualTo(3);
    assertThat(read(large)).isEqualTo(large);
  }

  @Test
  void an_empty_content_is_one_too() {
    keep(new byte[0]);

    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void what_is_not_there_cannot_be_read() {
    assertThatThrownBy(() -> read(text("nothing")))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("not there any more");
  }

  @Test
  void two_nodes_that_keep_the_same_at_the_same_time_keep_it_once() throws Exception {
    EntityManager first = database.entityManager("contract");
    first.getTransaction().begin();
    AttachmentFixture.contents(first).keep(List.of(text("logo")));
    CountDownLatch begun = new CountDownLatch(1);

    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              begun.countDown();
              keep(text("logo"), text("mine"));
            });
    begun.await();
    first.getTransaction().commit();
    first.close();
    second.get(2, TimeUnit.MINUTES);

    assertThat(count("file_content")).isEqualTo(2);
    assertThat(read(text("logo"))).isEqualTo(text("logo"));
    assertThat(read(text("mine"))).isEqualTo(text("mine"));
  }

  @Test
  void what_the_first_gives_up_the_second_has_kept() throws Exception {
    EntityManager first = database.entityManager("contract");
    first.getTransaction().begin();
    AttachmentFixture.contents(first).keep(List.of(text("logo")));

    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> keep(text("logo")));
    first.getTransaction().rollback();
    first.close();
    second.get(2, TimeUnit.MINUTES);

    assertThat(read(text("logo"))).isEqualTo(text("logo"));
  }

  @Test
  void contents_that_no_file_has_any_more_are_purged_after_a_day() {
    keep(text("unused"), text("also"));

    assertThat(purge(NOON.plus(23, ChronoUnit.HOURS))).isEqualTo(Amount.NONE);
    assertThat(purge(NOON.plus(25, ChronoUnit.HOURS))).isEqualTo(new Amount(2, 10));
    assertThat(count("file_piece")).isZero();
  }

  @Test
  void a_content_in_use_is_never_purged() {
    keep(text("used"));
    in(em -> sql(em, "INSERT INTO client VALUES (1, 'X', 'x', '')"));
    in(
        em ->
            sql(
                em,
                "INSERT INTO contract (id, contract_number, number_key, client_id, start_date,"
                    + " status, when_outbox_unavailable, sender_policy, mailbox_for_all_notices,"
                    + " version)"
                    + " VALUES (1, 'C', 'c', 1, CURRENT_DATE, 'ACTIVE', 'WAIT', 'ANYONE', false, 1)"));
    in(
        em ->
            sql(
                em,
                "INSERT INTO service_request (request_number, contract_id, title, description,"
                    + " contact_name, origin, situation, opened_at, opened_by, version)"
                    + " VALUES (1, 1, 't', '', '', 'api', 'CLOSED', CURRENT_TIMESTAMP, 'x', 1)"));
    in(
        em ->
            sql(
                em,
                "INSERT INTO attachment (id, request_number, name, content_type, content_size,"
                    + " sha256) VALUES (1, 1, 'a', 'b', 4, '"
                    + ContentHash.of(text("used"))
                    + "')"));

    assertThat(purge(NOON.plus(99, ChronoUnit.DAYS))).isEqualTo(Amount.NONE);
    assertThat(read(text("used"))).isEqualTo(text("used"));
  }

  private Amount purge(Instant now) {
    return database.transaction(
        "contract",
        em -> {
          PurgeTask task = new UnusedContents(em).tasks(PurgePolicy.OFF, now).get(0);
          Amount due = task.due();
          assertThat(task.remove(0, 100).amount()).isEqualTo(due);
          return due;
        });
  }

  private void keep(byte[]... contents) {
    in(em -> AttachmentFixture.contents(em).keep(Arrays.asList(contents)));
  }

  private byte[] read(byte[] content) {
    return database.transaction(
        "contract",
        em -> {
          try (InputStream in = AttachmentFixture.contents(em).open(ContentHash.of(content))) {
            return in.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private long count(String table) {
    return database.transaction(
        "contract",
        em ->
            ((Number) em.createNativeQuery("SELECT count(*) FROM " + table).getSingleResult())
                .longValue());
  }

  private static void sql(EntityManager em, String statement) {
    em.createNativeQuery(statement).executeUpdate();
  }

  private void in(Consumer<EntityManager> work) {
    database.transaction(
        "contract",
        em -> {
          work.accept(em);
          return null;
        });
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }
}
