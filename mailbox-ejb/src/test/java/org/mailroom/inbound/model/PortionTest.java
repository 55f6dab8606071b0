package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.ReceivedId;

class PortionTest {
  @Test
  void unrelated_mails_are_dealt_out_to_all_workers() {
    assertThat(dealt(alone(1, 9))).containsExactly("[1, 2, 3]", "[4, 5, 6]", "[7, 8, 9]");
    assertThat(dealt(alone(1, 4))).containsExactly("[1, 2]", "[3, 4]");
    assertThat(dealt(alone(1, 2))).containsExactly("[1] related", "[2] related");
  }

  @Test
  void a_transaction_has_ten_at_most() {
    assertThat(Portion.of(alone(1, 100), 3)).hasSize(10).allMatch(it -> it.mails().size() == 10);
  }

  @Test
  void a_conversation_stays_together_and_apart_from_others() {
    List<List<Waiting>> conversations =
        Stream.of(alone(1, 1), List.of(List.of(mail(2, 1), mail(9, 1))), alone(3, 8))
            .flatMap(List::stream)
            .toList();

    assertThat(dealt(conversations))
        .containsExactly("[1, 3, 4]", "[2, 9] related", "[5, 6, 7]", "[8] related");
  }

  @Test
  void a_large_mail_goes_alone() {
    List<List<Waiting>> mails =
        Stream.of(
                List.of(mail(1, Portion.SMALL)),
                List.of(mail(2, Portion.SMALL + 1)),
                List.of(mail(3, 1)),
                List.of(mail(4, 1)),
                List.of(mail(5, 1)))
            .toList();

    assertThat(dealt(mails)).containsExactly("[1, 3]", "[2] related", "[4, 5]");
  }

  @Test
  void there_are_none_of_nothing() {
    assertThat(Portion.of(List.of(), 3)).isEmpty();
  }

  private static List<String> dealt(List<List<Waiting>> conversations) {
    return Portion.of(conversations, 3).stream()
        .map(it -> it.mails() + (it.related() ? " related" : ""))
        .toList();
  }

  private static List<List<Waiting>> alone(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(id -> List.of(mail(id, 1))).toList();
  }

  private static Waiting mail(int id, long size) {
    return new Waiting(new ReceivedId(id), "ana@x", "Printer", "", "", size);
  }
}
