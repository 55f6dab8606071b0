package org.mailroom.transfer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.TransferReport.Difference;
import org.mailroom.transfer.TransferReport.What;

class DifferencesTest {
  private static final Item BEFORE = mailbox(Map.of("name", "A", "port", 465, "user", "desk"), 1);

  @Test
  void a_change_is_told_field_by_field() {
    Item after = mailbox(Map.of("name", "A", "port", 587, "sender", "a@b.example"), 2);

    Change change = Differences.between(Optional.of(BEFORE), after, List.of("a note"));

    assertThat(change.what()).isEqualTo(What.CHANGED);
    assertThat(change.section()).isEqualTo("mailboxes");
    assertThat(change.fields())
        .containsExactly(
            new Difference("port", "465", "587"),
            new Difference("user", "desk", null),
            new Difference("sender", null, "a@b.example"));
    assertThat(change.notes()).containsExactly("a note");
  }

  @Test
  void what_is_new_has_nothing_before() {
    Change change = Differences.between(Optional.empty(), BEFORE, List.of());

    assertThat(change.what()).isEqualTo(What.ADDED);
    assertThat(change.fields()).extracting(Difference::before).containsOnlyNulls();
  }

  @Test
  void the_same_is_unchanged_and_a_change_that_is_never_shown_was_a_secret() {
    assertThat(Differences.between(Optional.of(BEFORE), BEFORE, List.of()).what())
        .isEqualTo(What.UNCHANGED);

    Item later = mailbox(BEFORE.fields(), 2);
    assertThat(Differences.between(Optional.of(BEFORE), later, List.of()).fields())
        .containsExactly(new Difference("secret", "•••", "•••"));
  }

  @Test
  void lists_are_told_as_people_write_them() {
    Item contract = Item.of(Kind.CONTRACT, Map.of("number", "1", "domains", List.of("a", "b")), 1);

    assertThat(Differences.between(Optional.empty(), contract, List.of()).fields())
        .contains(new Difference("domains", null, "a, b"));
  }

  private static Item mailbox(Map<String, Object> fields, long version) {
    return Item.of(Kind.MAILBOX, fields, version);
  }
}
