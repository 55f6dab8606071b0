package org.mailroom.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.request.Situation.CANCELLED;
import static org.mailroom.request.Situation.CLOSED;
import static org.mailroom.request.Situation.IN_PROGRESS;
import static org.mailroom.request.Situation.REOPENED;
import static org.mailroom.request.Situation.RESOLVED;
import static org.mailroom.request.Situation.SUSPENDED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SituationTest {
  @Test
  void leads_only_to_those_of_the_table() {
    assertThat(next(IN_PROGRESS)).containsExactly(SUSPENDED, CANCELLED, RESOLVED, CLOSED);
    assertThat(next(REOPENED)).containsExactly(SUSPENDED, CANCELLED, RESOLVED, CLOSED);
    assertThat(next(SUSPENDED)).containsExactly(IN_PROGRESS, CANCELLED, CLOSED);
    assertThat(next(RESOLVED)).containsExactly(REOPENED, CLOSED);
    assertThat(next(CLOSED)).containsExactly(REOPENED);
    assertThat(next(CANCELLED)).isEmpty();
  }

  @Test
  void has_words_for_people() {
    assertThat(IN_PROGRESS.words()).isEqualTo("In progress");
    assertThat(CLOSED.words()).isEqualTo("Closed");
  }

  private static List<Situation> next(Situation from) {
    return Arrays.stream(Situation.values()).filter(from::leadsTo).toList();
  }
}
