package org.mailroom.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.transfer.TransferReport.Difference;

class ShownDifferenceTest {
  @Test
  void a_short_text_is_shown_whole() {
    ShownDifference shown = shown("a\nb", "a\nc");

    assertThat(shown.getRemoved()).isEqualTo("a\nb");
    assertThat(shown.getAdded()).isEqualTo("a\nc");
    assertThat(shown.isLong()).isFalse();
  }

  @Test
  void of_a_long_text_only_what_lies_between_the_same_lines_is_shown() {
    ShownDifference shown = shown("1\n2\n3\n4\n5\n6", "1\n2\nx\ny\n5\n6");

    assertThat(shown.above()).isEqualTo(2);
    assertThat(shown.below()).isEqualTo(2);
    assertThat(shown.getRemoved()).isEqualTo("3\n4");
    assertThat(shown.getAdded()).isEqualTo("x\ny");
  }

  @Test
  void lines_that_come_twice_are_not_taken_twice() {
    ShownDifference shown = shown("a\na\na\na\na", "a\na\na\na\na\na");

    assertThat(shown.above()).isEqualTo(5);
    assertThat(shown.below()).isZero();
    assertThat(shown.getRemoved()).isEmpty();
    assertThat(shown.getAdded()).isEqualTo("a");
  }

  @Test
  void a_new_long_text_is_folded() {
    ShownDifference shown = shown(null, "1\n2\n3\n4\n5");

    assertThat(shown.isLong()).isTrue();
    assertThat(shown.before()).isEmpty();
    assertThat(shown.after()).hasSize(5);
  }

  private static ShownDifference shown(String before, String after) {
    return ShownDifference.of(new Difference("bpmn", before, after));
  }
}
