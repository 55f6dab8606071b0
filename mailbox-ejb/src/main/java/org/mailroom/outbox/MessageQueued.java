package org.mailroom.outbox;

/**
 * CDI event: a message stands in a lane and is due. Whoever delivers observes it after the commit,
 * so that mail leaves at once; it may get lost without harm, as the lanes are looked through
 * anyway.
 */
public record MessageQueued(Lane lane) {}
