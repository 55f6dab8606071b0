package org.mailroom.intake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.attachment.VirusScan;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedMailHandler;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.intake.MailFiles.Taken;
import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.Verdict;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.RequestFlow;
import org.mailroom.request.RequestNumber;
import org.mailroom.transaction.ReadOnce;

/**
 * Turns received mail into requests and occurrences. All of it happens in the transaction that
 * settles the mail in the ledger, so a mail that is handled again has left nothing behind before.
 */
@ApplicationScoped
public class Intake implements ReceivedMailHandler {
  @EJB Contracts contracts;
  @EJB Bounces bounces;
  @EJB ReceivedMails received;
  @Inject Judge judge;
  @Inject Filing filing;
  @Inject MailFiles files;
  @Inject VirusScan scan;
  @Inject ReadOnce once;
  @Inject Instance<RequestFlow> flows;

  /** Mail may open requests, and their flows begin in the same transaction. */
  @Override
  public void ready() {
    flows.forEach(RequestFlow::ready);
  }

  /** A virus scanner takes seconds for some files. */
  @Override
  public boolean waitsForOthers() {
    return scan.isOn();
  }

  /** Those of inactive contracts too: their mail is quarantined, not left lying. */
  @Override
  public Set<MailboxId> mailboxesToRead() {
    return contracts.inputMailboxes();
  }

  @Override
  public Optional<Outcome> handle(IncomingMail mail) {
    MailboxId mailbox = mail.mailbox();
    return once.get(List.of("contract reading from", mailbox), () -> contracts.readingFrom(mailbox))
        .map(contract -> handle(mail, contract));
  }

  private Outcome handle(IncomingMail mail, ContractView contract) {
    Judged judged =
        judge.judge(mail, contract, () -> received.raw(mail.id()), bounces.reported(mail));
    Circumstances facts = judged.facts();
    return judged
        .verdict()
        .fold(
            noise -> Outcome.ignored(noise.reason()),
            doubtful -> Outcome.quarantined(doubtful.reason()),
            reply -> files.with(mail, contract, taken -> append(reply, facts, taken)),
            report -> tell(report, mail),
            wanted -> files.with(mail, wanted.contract(), taken -> open(wanted, facts, taken)));
  }

  private Outcome append(Verdict.Append reply, Circumstances facts, Taken taken) {
    filing.append(reply.request(), facts, taken);
    return Outcome.appended(reply.request().number().toString(), reply.reason());
  }

  private Outcome tell(Verdict.Tell report, IncomingMail mail) {
    filing.tell(report, mail);
    return Outcome.appended(report.request().number().toString(), report.reason());
  }

  private Outcome open(Verdict.Open wanted, Circumstances facts, Taken taken) {
    RequestNumber opened = filing.open(wanted, facts, taken);
    return Outcome.opened(opened.toString(), wanted.reason());
  }
}
