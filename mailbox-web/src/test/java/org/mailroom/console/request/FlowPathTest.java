package org.mailroom.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.flow.FlowRunView;

class FlowPathTest {
  @Test
  void a_run_is_told_by_the_ids_of_its_elements() {
    var now = Instant.EPOCH;
    var incident = new FlowRunView.Incident("i", "notify", "Notify", "No template", now);
    var run =
        new FlowRunView(
            "f",
            1,
            now,
            null,
            List.of("start", "f1"),
            List.of("notify"),
            List.of(),
            List.of(incident));

    assertThat(FlowPath.of(run)).isEqualTo(new FlowPath("start f1", "notify", "notify"));
  }

  @Test
  void a_request_without_a_flow_has_an_empty_path() {
    assertThat(FlowPath.of(null)).isEqualTo(new FlowPath("", "", ""));
  }
}
