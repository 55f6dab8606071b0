package org.mailroom.console.mailbox;

import java.util.List;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.watch.MailboxHealthView;

/** A row of the list: a mailbox, how it fares, and who uses it. */
public record MailboxRow(
    MailboxView mailbox, MailboxHealthView health, List<MailboxUsage.Use> uses) {}
