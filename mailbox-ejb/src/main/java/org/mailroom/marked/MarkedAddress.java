package org.mailroom.marked;

import java.time.Instant;
import org.mailroom.mailbox.EmailAddress;

/**
 * An address that returned mail for good.
 *
 * @param words what the server said that returned it
 * @param message the outgoing message that came back
 */
public record MarkedAddress(EmailAddress address, Instant since, String words, long message) {}
