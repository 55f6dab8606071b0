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
 * @param refused the item that a service bean refused, after which nothing more was tried
 */
record Attempt(List<Change> changes, List<Problem> problems, Optional<Stated> refused) {}
