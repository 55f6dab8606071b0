package org.mailroom.api.flow;

import java.util.List;
import org.mailroom.failure.Problem;
import org.mailroom.flow.SavedFlow;

/**
 * What came of saving a diagram.
 *
 * @param problems none: a diagram with problems is not saved, and its problem document tells them
 */
public record FlowAnswer(String key, int version, List<Problem> problems, List<Problem> warnings) {
  static FlowAnswer of(SavedFlow saved) {
    return new FlowAnswer(saved.key(), saved.version(), List.of(), saved.warnings());
  }
}
