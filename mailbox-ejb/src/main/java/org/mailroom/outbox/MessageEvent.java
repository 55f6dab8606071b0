package org.mailroom.outbox;

import java.time.Instant;

/**
 * One line of a message's history: queued, each try, and what people did to it.
 *
 * @param state the state it was in afterwards
 * @param words what the server said, or what happened
 */
public record MessageEvent(Instant at, MessageState state, String words) {}
