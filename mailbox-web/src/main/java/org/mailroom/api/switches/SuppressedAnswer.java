package org.mailroom.api.switches;

import java.time.Instant;

/**
 * Messages that were suppressed, in JSON.
 *
 * @param since those that were suppressed from then on
 * @param queued how many this call has queued
 * @param left how many still are suppressed
 */
public record SuppressedAnswer(Instant since, int queued, long left) {}
