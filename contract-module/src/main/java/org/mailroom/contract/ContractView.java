package org.mailroom.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * A contract as people and programs see it.
 *
 * @param version rises with each change; state it to change what you saw
 */
public record ContractView(
    ContractId id,
    String number,
    String client,
    List<String> domains,
    LocalDate startDate,
    LocalDate endDate,
    ContractStatus status,
    Optional<MailboxId> outputMailbox,
    Optional<MailboxId> inputMailbox,
    Optional<String> flow,
    WhenOutboxUnavailable whenOutboxUnavailable,
    SenderPolicy senderPolicy,
    boolean mailboxForAllNotices,
    FileLimits files,
    long version) {
  /** A contract that takes the usual files. */
  public ContractView(
      ContractId id,
      String number,
      String client,
      List<String> domains,
      LocalDate startDate,
      LocalDate endDate,
      ContractStatus status,
      Optional<MailboxId> outputMailbox,
      Optional<MailboxId> inputMailbox,
      Optional<String> flow,
      WhenOutboxUnavailable whenOutboxUnavailable,
      SenderPolicy senderPolicy,
      boolean mailboxForAllNotices,
      long version) {
    this(
        id,
        number,
        client,
        domains,
        startDate,
        endDate,
        status,
        outputMailbox,
        inputMailbox,
        flow,
        whenOutboxUnavailable,
        senderPolicy,
        mailboxForAllNotices,
        FileLimits.USUAL,
        version);
  }

  /** Whether requests may be opened and run on that day. */
  public boolean runsOn(LocalDate day) {
    return status == ContractStatus.ACTIVE
        && !day.isBefore(startDate)
        && (endDate == null || !day.isAfter(endDate));
  }
}
