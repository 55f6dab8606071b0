package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.vault.TestVault;

class RoundTripMarkTest {
  @Test
  void only_what_this_installation_has_signed_is_a_mark(@TempDir Path one, @TempDir Path other) {
    RoundTripMark marks = new RoundTripMark(TestVault.in(one));
    String mark = marks.next();

    assertThat(marks.isOurs(mark)).isTrue();
    assertThat(marks.isOurs(" " + mark + "\r\n")).isTrue();
    assertThat(marks.next()).isNotEqualTo(mark);
    assertThat(new RoundTripMark(TestVault.in(other)).isOurs(mark)).isFalse();
    assertThat(marks.isOurs("")).isFalse();
    assertThat(marks.isOurs("token.")).isFalse();
    assertThat(marks.isOurs("another" + mark)).isFalse();
  }
}
