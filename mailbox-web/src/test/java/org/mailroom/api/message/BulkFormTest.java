package org.mailroom.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.json.Fields;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.BulkChange;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.Route;

class BulkFormTest {
  private static final MailboxId OTHER = new MailboxId(3);

  @Test
  void takes_ids_or_all_that_match() {
    BulkForm some = read("{'action': 'REROUTE', 'messages': [1, 2], 'mailbox': 3}");

    assertThat(some.change()).isEqualTo(BulkChange.reroute(OTHER));
    assertThat(some.messages().orElseThrow())
        .containsExactly(new OutboxMessageId(1), new OutboxMessageId(2));
    assertThat(read("{'action': 'CANCEL', 'matching': true}").messages()).isEmpty();
  }

  @Test
  void a_forgotten_list_does_not_mean_all() {
    assertThatThrownBy(() -> read("{'action': 'CANCEL'}"))
        .isInstanceOf(InvalidBody.class)
        .hasMessageContaining("matching");
    assertThatThrownBy(() -> read("{'action': 'CANCEL', 'matching': true, 'messages': [1]}"))
        .isInstanceOf(InvalidBody.class);
  }

  @Test
  void what_is_held_without_a_reason_gets_the_usual_one() {
    BulkForm without = read("{'action': 'HOLD', 'messages': [1]}");
    BulkForm with = read("{'action': 'HOLD', 'messages': [1], 'reason': 'Ask Ana.'}");

    assertThat(without.change("Held by bob.")).isEqualTo(BulkChange.hold("Held by bob."));
    assertThat(with.change("Held by bob.")).isEqualTo(BulkChange.hold("Ask Ana."));
    assertThat(read("{'action': 'RETRY', 'messages': [1]}").change("x").action())
        .isEqualTo(MessageAction.RETRY);
  }

  private static BulkForm read(String json) {
    return Body.of(json.replace('\'', '"')).as(in -> BulkForm.read(in, BulkFormTest::route));
  }

  private static Route route(Fields in) {
    return Route.through(
        new MailboxId(in.number("mailbox")), new EmailAddress("desk@other.example"), "");
  }
}
