package org.mailroom.api.contract;

import java.time.LocalDate;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.MailboxId;

/**
 * A contract in JSON.
 *
 * @param domains as a body states them: one text, separated by spaces
 * @param outputMailbox the id, or null
 * @param inputMailbox the id, or null
 */
public record ContractAnswer(
    long id,
    String number,
    String client,
    String domains,
    LocalDate startDate,
    LocalDate endDate,
    ContractStatus status,
    Long outputMailbox,
    Long inputMailbox,
    String flow,
    WhenOutboxUnavailable whenOutboxUnavailable,
    SenderPolicy senderPolicy,
    boolean mailboxForAllNotices,
    int maxFileKb,
    int maxFilesKb,
    String allowedFiles,
    String refusedFiles,
    WhenFileRefused whenFileRefused,
    long version) {

  static ContractAnswer of(ContractView contract) {
    return new ContractAnswer(
        contract.id().value(),
        contract.number(),
        contract.client(),
        String.join(" ", contract.domains()),
        contract.startDate(),
        contract.endDate(),
        contract.status(),
        contract.outputMailbox().map(MailboxId::value).orElse(null),
        contract.inputMailbox().map(MailboxId::value).orElse(null),
        contract.flow().orElse(null),
        contract.whenOutboxUnavailable(),
        contract.senderPolicy(),
        contract.mailboxForAllNotices(),
        contract.files().maxFileKb(),
        contract.files().maxFilesKb(),
        contract.files().allowedFiles(),
        contract.files().refusedFiles(),
        contract.files().whenFileRefused(),
        contract.version());
  }
}
