package org.mailroom.console.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.InvalidGroup;

class GroupFormTest {
  private final GroupForm form = new GroupForm();

  @Test
  void addresses_may_stand_on_lines_or_between_commas() {
    form.setAcronym(" service-desk ");
    form.setName("Service desk");
    form.setAddresses("a@example.org\n b@example.org, c@example.org;\n");

    assertThat(form.toGroup().acronym()).isEqualTo("SERVICE-DESK");
    assertThat(form.toGroup().addresses())
        .extracting(EmailAddress::value)
        .containsExactly("a@example.org", "b@example.org", "c@example.org");
  }

  @Test
  void every_address_that_is_none_is_told_at_its_field() {
    form.setAddresses("nobody, a@example.org, @@");

    var refused = catchThrowableOfType(InvalidGroup.class, form::toGroup);

    assertThat(refused.problems()).extracting(Problem::field).containsOnly("addresses");
    assertThat(refused.problems()).hasSize(2);
  }

  @Test
  void an_empty_form_is_left_to_the_rules_of_the_group() {
    assertThat(form.toGroup().addresses()).isEmpty();
    assertThat(form.toGroup().name()).isEmpty();
  }
}
