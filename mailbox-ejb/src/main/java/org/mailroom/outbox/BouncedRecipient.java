package org.mailroom.outbox;

/**
 * A recipient that a message came back from.
 *
 * @param words what the server said
 */
public record BouncedRecipient(String address, BounceReason reason, String words) {}
