package org.mailroom.watch;

import java.time.Instant;
import org.mailroom.outbox.Lane;

/**
 * Something that is wrong with a mailbox, or with messages, at present.
 *
 * @param lane of the mailbox; where messages wait it may be that of no mailbox
 * @param name of the mailbox
 * @param words what is wrong: the server's words, or what runs out and when
 * @param since when it was noticed first
 * @param told when mail about it was queued; null if it was not, as about the default outbox itself
 */
public record AlertView(
    Lane lane, String name, AlertKind kind, String words, Instant since, Instant told) {}
