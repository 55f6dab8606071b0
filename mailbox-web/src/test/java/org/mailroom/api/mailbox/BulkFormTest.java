package org.mailroom.api.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.watch.BulkAction;

class BulkFormTest {
  @Test
  void takes_ids_or_all_that_match() {
    assertThat(read("{'action': 'PAUSE', 'mailboxes': [3, 1]}"))
        .isEqualTo(new BulkForm(BulkAction.PAUSE, List.of(3L, 1L)));
    assertThat(read("{'action': 'CHECK', 'matching': true}").matching()).isTrue();
  }

  @Test
  void a_forgotten_list_does_not_mean_all() {
    assertThatThrownBy(() -> read("{'action': 'PAUSE'}"))
        .isInstanceOf(InvalidBody.class)
        .hasMessageContaining("matching");
    assertThatThrownBy(() -> read("{'action': 'PAUSE', 'matching': true, 'mailboxes': [1]}"))
        .isInstanceOf(InvalidBody.class);
  }

  @Test
  void refuses_what_is_no_list_of_ids_and_what_is_no_action() {
    assertThatThrownBy(() -> read("{'action': 'EXPLODE', 'mailboxes': ['x']}"))
        .isInstanceOf(InvalidBody.class)
        .hasMessageContaining("PAUSE, RESUME, CHECK")
        .hasMessageContaining("a list of whole numbers");
  }

  private static BulkForm read(String json) {
    return Body.of(json.replace('\'', '"')).as(BulkForm::read);
  }
}
