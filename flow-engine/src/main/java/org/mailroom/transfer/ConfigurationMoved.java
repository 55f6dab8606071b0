package org.mailroom.transfer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mailroom.failure.Conflict;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.TransferReport.Difference;
import org.mailroom.transfer.TransferReport.What;

/**
 * A document would not change any more what its preview has shown. The problems tell what it would
 * change now.
 */
public class ConfigurationMoved extends Conflict {
  private static final long serialVersionUID = 1L;

  private final transient TransferReport now;

  public ConfigurationMoved(TransferReport now) {
    super(
        "The configuration was changed since the preview, or the document is another one. Nothing"
            + " was applied: look at what would change now, and apply that.");
    this.now = now;
  }

  /** What it would change now. */
  public TransferReport now() {
    return now;
  }

  @Override
  public List<Problem> problems() {
    return now.changes().stream()
        .filter(change -> change.what() != What.UNCHANGED)
        .flatMap(ConfigurationMoved::problems)
        .toList();
  }

  private static Stream<Problem> problems(Change change) {
    return change.fields().stream().map(field -> problem(change, field));
  }

  private static Problem problem(Change change, Difference field) {
    return new Problem(
        change.what().name(),
        "%s/%s/%s".formatted(change.section(), change.name(), field.field()),
        "%s → %s".formatted(words(field.before()), words(field.after())));
  }

  private static String words(String value) {
    return Objects.requireNonNullElse(value, "–");
  }
}
