package org.mailroom.console.request;

import java.util.List;
import java.util.Optional;
import org.mailroom.flow.FlowRunView;

/**
 * The path a request has taken through its diagram, as ids separated by blanks, for the script that
 * colours it.
 */
public record FlowPath(String completed, String active, String incidents) {

  static FlowPath of(FlowRunView run) {
    return Optional.ofNullable(run).map(FlowPath::taken).orElseGet(() -> new FlowPath("", "", ""));
  }

  private static FlowPath taken(FlowRunView run) {
    return new FlowPath(
        ids(run.completed()),
        ids(run.active()),
        ids(run.incidents().stream().map(FlowRunView.Incident::element).toList()));
  }

  private static String ids(List<String> elements) {
    return String.join(" ", elements);
  }
}
