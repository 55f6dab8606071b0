package org.mailroom.dkim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.dkim.DkimRecordState;

class KeyRecordTest {
  private final KeyRecord record = new KeyRecord("MIIBIjAN");

  @Test
  void is_found_as_it_was_shown_and_with_white_space_in_it() {
    assertThat(record.in(List.of(record.text()))).isEqualTo(DkimRecordState.PUBLISHED);
    assertThat(record.in(List.of("v=DKIM1;k=rsa; p= MIIB \t IjAN ; t=s")))
        .isEqualTo(DkimRecordState.PUBLISHED);
  }

  @Test
  void another_key_a_revoked_one_and_two_are_not_it() {
    assertThat(record.in(List.of("v=DKIM1; p=OTHER"))).isEqualTo(DkimRecordState.OTHER);
    assertThat(record.in(List.of("v=DKIM1; p="))).isEqualTo(DkimRecordState.OTHER);
    assertThat(record.in(List.of(record.text(), record.text()))).isEqualTo(DkimRecordState.OTHER);
  }

  @Test
  void other_texts_of_the_name_do_not_matter() {
    assertThat(record.in(List.of("hello"))).isEqualTo(DkimRecordState.MISSING);
    assertThat(record.in(List.of("hello", record.text()))).isEqualTo(DkimRecordState.PUBLISHED);
  }

  @Test
  void selectors_tell_the_month_and_are_used_once() {
    LocalDate day = LocalDate.of(2026, 11, 26);

    assertThat(Selectors.next(day, name -> false)).isEqualTo("mailroom-202611");
    assertThat(Selectors.next(day, Set.of("mailroom-202611", "mailroom-202611-2")::contains))
        .isEqualTo("mailroom-202611-3");
  }

  @Test
  void a_selector_is_a_label_of_a_domain_name() {
    assertThat(List.of("a", "mail-2", "9")).allMatch(Selectors::isValid);
    assertThat(List.of("", "-a", "a-", "a.b", "ä", "A", "a".repeat(64)))
        .noneMatch(Selectors::isValid);
  }
}
