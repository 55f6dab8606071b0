package org.mailroom.flow;

import java.time.Instant;

/**
 * The current version of a flow, as a list shows it.
 *
 * @param key the process id in the diagram; unique
 * @param version from 1
 */
public record FlowView(
    String key, String name, String description, int version, Instant savedAt, String savedBy) {}
