package org.mailroom.api.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mailroom.api.json.Fields;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

/** Reads contracts from bodies, mailboxes in them by id or name. */
@ApplicationScoped
class ContractForms {
  /**
   * A contract as a body states it.
   *
   * @param version null if the body states none
   */
  record Form(ContractDraft draft, Long version) {}

  @Inject MailboxReferences mailboxes;

  Form read(Fields in) {
    in.pass("id");
    return new Form(draft(in), in.number("version"));
  }

  private ContractDraft draft(Fields in) {
    return new ContractDraft(
        in.text("number"),
        in.text("client"),
        in.text("domains"),
        in.date("startDate"),
        in.date("endDate"),
        in.choice("status", ContractStatus.class),
        mailbox(in, "outputMailbox", MailboxType.OUTPUT),
        mailbox(in, "inputMailbox", MailboxType.INPUT),
        in.text("flow"),
        in.choice("whenOutboxUnavailable", WhenOutboxUnavailable.class),
        in.choice("senderPolicy", SenderPolicy.class),
        in.flag("mailboxForAllNotices"),
        new FileLimits(
            in.integer("maxFileKb"),
            in.integer("maxFilesKb"),
            in.text("allowedFiles"),
            in.text("refusedFiles"),
            in.choice("whenFileRefused", WhenFileRefused.class)));
  }

  private MailboxId mailbox(Fields in, String name, MailboxType type) {
    return in.resolved(name, type + " mailbox", reference -> mailboxes.find(reference, type));
  }
}
