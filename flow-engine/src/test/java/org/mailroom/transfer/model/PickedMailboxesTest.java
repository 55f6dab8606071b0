package org.mailroom.transfer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PickedMailboxesTest {
  private static final String DIAGRAM =
      """
      <bpmn:sendTask id="a" name="mailbox=&quot;17&quot;">
        <mailroom:email outbox="specific" subject="1 > 0" mailbox="17"/>
        <email mailbox = '18' outbox='specific'>
          <mailroom:text>the mailbox="17" of the contract</mailroom:text>
        </email>
        <mailroom:email mailbox="" outbox="default"/>
        <mailroom:emails mailbox="17"/>
      </bpmn:sendTask>
      """;

  @Test
  void names_take_the_place_of_ids_and_back() {
    String named = replace(DIAGRAM, Map.of("17", "A & \"B\" <C>", "18", "D"));

    assertThat(named)
        .contains("mailbox=\"A &amp; &quot;B&quot; &lt;C>\"/>", "<email mailbox = 'D'")
        .contains("the mailbox=\"17\" of", "name=\"mailbox=&quot;17&quot;\"")
        .contains("<mailroom:emails mailbox=\"17\"/>");
    assertThat(replace(named, Map.of("A & \"B\" <C>", "17", "D", "18"))).isEqualTo(DIAGRAM);
  }

  @Test
  void what_is_not_known_stays() {
    assertThat(replace(DIAGRAM, Map.of())).isEqualTo(DIAGRAM);
    assertThat(replace("<email mailbox=\"1\" $\\", Map.of("1", "$1")))
        .isEqualTo("<email mailbox=\"1\" $\\");
    assertThat(replace("<email mailbox=\"1\"/>", Map.of("1", "$1\\"))).contains("\"$1\\\"");
  }

  private static String replace(String diagram, Map<String, String> words) {
    return PickedMailboxes.replace(diagram, word -> Optional.ofNullable(words.get(word)));
  }
}
