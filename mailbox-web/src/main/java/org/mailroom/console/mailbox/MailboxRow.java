package org.mailroom.console.mailbox;

import java.util.List;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.mailbox.MailboxView;

/** A row of the list: a mailbox and who uses it. */
public record MailboxRow(MailboxView mailbox, List<MailboxUsage.Use> uses) {}
