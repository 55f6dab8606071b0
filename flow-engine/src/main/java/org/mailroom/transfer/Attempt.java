package org.mailroom.transfer;

import java.util.List;
import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.model.Stated;

/**
 * What came of applying a document.
 *
 * @param changes nothing if there are problems
 * @param fingerprint of what it changes from what to what; empty if there are problems
 * @param refused the item that a service bean refused, after which nothing more was tried
 */
record Attempt(
    List<Change> changes, String fingerprint, List<Problem> problems, Optional<Stated> refused) {
  /** One that came to nothing, or left something out. */
  static Attempt incomplete(List<Problem> problems, Optional<Stated> refused) {
    return new Attempt(List.of(), "", problems, refused);
  }

  TransferReport report(boolean applied) {
    return TransferReport.of(applied, fingerprint, changes);
  }
}
