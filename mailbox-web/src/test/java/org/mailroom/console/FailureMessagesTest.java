package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIOutput;
import org.junit.jupiter.api.Test;

class FailureMessagesTest {
  @Test
  void a_problem_belongs_to_the_input_whose_id_it_names() {
    assertThat(FailureMessages.isField(input("server"), "server")).isTrue();
    assertThat(FailureMessages.isField(input("server"), "port")).isFalse();
  }

  @Test
  void an_input_with_an_unusual_id_says_which_field_it_is() {
    UIComponent user = input("boxAccount");
    user.getAttributes().put("field", "user");

    assertThat(FailureMessages.isField(user, "user")).isTrue();
  }

  @Test
  void what_takes_no_input_is_no_field() {
    var label = new UIOutput();
    label.setId("server");

    assertThat(FailureMessages.isField(label, "server")).isFalse();
  }

  private static UIInput input(String id) {
    var input = new UIInput();
    input.setId(id);
    return input;
  }
}
