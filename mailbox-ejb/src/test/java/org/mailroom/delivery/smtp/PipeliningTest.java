package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.delivery.smtp.SmtpFixture.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.delivery.MailTransport;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.DeliveryResult.Deferred;
import org.mailroom.outbox.DeliveryResult.Refused;
import org.mailroom.outbox.DeliveryResult.Uncertain;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;

/** Several messages on their way over one connection (RFC 2920). */
class PipeliningTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SmtpConnections connections = SmtpFixture.connections(new SettableClock());
  private final Load load = new Load();

  @BeforeEach
  void offer() {
    server.offers("PIPELINING");
  }

  @AfterEach
  void close() {
    connections.close();
    server.close();
  }

  @Test
  void messages_follow_each_other_and_keep_their_order() {
    send(250);

    assertThat(load.ended).hasSize(250);
    assertThat(load.results(Accepted.class)).hasSize(250);
    assertThat(server.ledger).hasSize(250);
    for (int i = 0; i < 250; i++) {
      assertThat(server.ledger.get(i).to()).containsExactly("c%d@client.example".formatted(i));
    }
    assertThat(server.connected()).isOne();
  }

  @Test
  void the_next_one_is_announced_before_the_last_one_is_answered() {
    server.once(".", ScriptedSmtp.HANG);
    SmtpConnections impatient = SmtpFixture.impatient(new SettableClock());
    send(impatient, 2);
    impatient.close();

    // its commands were on their way, so they count for nothing: it was not tried
    assertThat(load.results(Uncertain.class)).containsExactly(0L);
    assertThat(load.untried()).containsExactly(1L);
  }

  @Test
  void one_that_is_refused_does_not_touch_the_others() {
    server
        .once("RCPT TO:<c1@", "550 5.1.1 unknown")
        .once("RCPT TO:<c3@", "451 4.3.0 later")
        .once("MAIL FROM:<desk5@", "550 5.7.1 not you");
    send(8);

    assertThat(load.results(Refused.class)).containsExactly(1L, 5L);
    assertThat(load.results(Deferred.class)).containsExactly(3L);
    assertThat(load.results(Accepted.class)).containsExactly(0L, 2L, 4L, 6L, 7L);
    assertThat(server.connected()).isOne();
    assertThat(server.ledger).hasSize(5);
  }

  @Test
  void a_refusal_after_the_dot_is_that_messages_alone() {
    server.once(".", "554 5.6.0 spam");
    send(3);

    assertThat(load.results(Refused.class)).containsExactly(0L);
    assertThat(load.results(Accepted.class)).containsExactly(1L, 2L);
  }

  @Test
  void a_server_that_ends_the_session_after_a_message_costs_the_next_ones_nothing() {
    server.once("MAIL FROM:<desk2@", "421 4.7.0 that is enough for one session");
    send(5);

    assertThat(load.results(Accepted.class)).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(server.connected()).isEqualTo(2);
  }

  @Test
  void a_connection_lost_in_a_message_leaves_the_rest_untried() {
    server.once("RCPT TO:<c2@", ScriptedSmtp.DROP);
    send(5);

    assertThat(load.results(Accepted.class)).containsExactly(0L, 1L);
    assertThat(load.results(Deferred.class)).containsExactly(2L);
    assertThat(load.left()).isEqualTo(2);
  }

  @Test
  void a_large_message_among_small_ones_arrives_whole() {
    load.add(0, 10);
    load.add(1, 3_000_000);
    load.add(2, 10);
    connections.send(LANE, account(1, server.port()), load);

    assertThat(load.results(Accepted.class)).containsExactly(0L, 1L, 2L);
    assertThat(server.ledger.get(1).data()).hasSizeGreaterThan(3_000_000);
  }

  private void send(int count) {
    send(connections, count);
  }

  private void send(SmtpConnections through, int count) {
    for (int i = 0; i < count; i++) {
      load.add(i, 20);
    }
    through.send(LANE, account(1, server.port()), load);
  }

  private static final class Load implements MailTransport.Batch {
    private final Deque<Leased> waiting = new ArrayDeque<>();
    private final Map<Long, Transmission> ended = new LinkedHashMap<>();

    void add(long id, int bytes) {
      String text = "Subject: s\r\n\r\n" + "x".repeat(70).concat("\r\n").repeat(bytes / 72 + 1);
      waiting.add(
          new Leased(
              new OutboxMessageId(id),
              "desk%d@xpto.example".formatted(id),
              List.of("c%d@client.example".formatted(id)),
              text.getBytes(StandardCharsets.US_ASCII),
              0));
    }

    @Override
    public Optional<Leased> next() {
      return Optional.ofNullable(waiting.poll());
    }

    @Override
    public void ended(Leased message, Transmission transmission) {
      assertThat(ended.put(message.id().value(), transmission)).isNull();
    }

    List<Long> results(Class<?> kind) {
      List<Long> found = new ArrayList<>();
      ended.forEach(
          (id, sent) -> {
            if (sent.results().values().stream().anyMatch(kind::isInstance)) {
              found.add(id);
            }
          });
      return found;
    }

    List<Long> untried() {
      return ended.entrySet().stream()
          .filter(each -> each.getValue().results().isEmpty())
          .map(Map.Entry::getKey)
          .toList();
    }

    int left() {
      return waiting.size() + untried().size();
    }
  }
}
