package org.mailroom.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;

class GroupFormTest {
  @Test
  void a_group_is_named_by_its_path() {
    assertThat(group("{\"name\": \"Service desk\", \"addresses\": [\"a@example.org\"]}"))
        .isEqualTo(
            new GroupView("DESK", "Service desk", List.of(new EmailAddress("a@example.org"))));
  }

  @Test
  void a_group_may_have_no_address_of_its_own() {
    assertThat(group("{\"name\": \"Service desk\"}").addresses()).isEmpty();
  }

  @Test
  void every_wrong_address_is_told() {
    var refusal =
        catchThrowableOfType(
            InvalidBody.class, () -> group("{\"name\": \"x\", \"addresses\": [\"a\", \"b\"]}"));
    assertThat(refusal.problems()).hasSize(2);
  }

  private static GroupView group(String json) {
    return Body.of(json).as(in -> GroupForm.read("DESK", in));
  }
}
