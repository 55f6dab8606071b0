package org.mailroom.flow;

import java.time.Instant;

/** One version of a flow; {@code running} requests are still on it. */
public record FlowVersion(int version, Instant savedAt, String savedBy, long running) {}
