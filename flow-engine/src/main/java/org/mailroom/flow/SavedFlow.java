package org.mailroom.flow;

import java.util.List;
import org.mailroom.failure.Problem;

/**
 * What came of saving a diagram.
 *
 * @param warnings things that do not stop it, such as active contracts without an outbox
 */
public record SavedFlow(String key, int version, List<Problem> warnings) {}
