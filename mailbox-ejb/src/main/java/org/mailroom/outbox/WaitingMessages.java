package org.mailroom.outbox;

import java.time.Instant;

/**
 * How many messages of a lane wait in a state.
 *
 * @param oldest when the oldest of them was queued first
 */
public record WaitingMessages(Lane lane, MessageState state, long messages, Instant oldest) {}
