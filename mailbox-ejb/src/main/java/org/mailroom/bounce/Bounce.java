package org.mailroom.bounce;

import java.util.Optional;
import org.mailroom.outbox.ReturnedMessage;

/**
 * What a mail server reports.
 *
 * @param words each recipient with what was said of it, one on a line
 * @param message the message of ours that it is about; empty if it is none
 */
public record Bounce(String words, Optional<ReturnedMessage> message) {}
