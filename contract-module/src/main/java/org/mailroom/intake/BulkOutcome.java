package org.mailroom.intake;

import java.util.List;
import org.mailroom.inbound.ReceivedId;

/**
 * What became of each of several received mails.
 *
 * @param refused those that something has come of already, or that are not there
 */
public record BulkOutcome(List<ReceivedId> done, List<ReceivedId> refused) {}
