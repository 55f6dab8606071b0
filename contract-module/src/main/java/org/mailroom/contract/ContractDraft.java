package org.mailroom.contract;

import java.time.LocalDate;
import org.mailroom.mailbox.MailboxId;

/**
 * A contract as a form or a call states it; nothing in it is checked yet, what was left out is
 * null.
 *
 * @param number what people call the contract; unique
 * @param client the client's name; a new name registers the client
 * @param domains the client's mail domains, separated by white space, commas or semicolons
 * @param startDate null for today
 * @param endDate the last day; null for open-ended
 * @param status null for ACTIVE
 * @param outputMailbox the field "Email"; null for the system's default outbox
 * @param inputMailbox the field "Incoming email"; null for none
 * @param flow key of the flow that its requests run; null for none
 * @param whenOutboxUnavailable null for WAIT
 * @param senderPolicy null for ANYONE
 * @param mailboxForAllNotices whether notices that are no flow elements use the contract's outbox
 *     too; null for false
 */
public record ContractDraft(
    String number,
    String client,
    String domains,
    LocalDate startDate,
    LocalDate endDate,
    ContractStatus status,
    MailboxId outputMailbox,
    MailboxId inputMailbox,
    String flow,
    WhenOutboxUnavailable whenOutboxUnavailable,
    SenderPolicy senderPolicy,
    Boolean mailboxForAllNotices) {}
