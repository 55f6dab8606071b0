package org.mailroom.intake;

import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.ContractView;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.NotNow;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.intake.MailFiles.Taken;
import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.Verdict;
import org.mailroom.intake.model.Wording;
import org.mailroom.mailbox.MailboxId;

/**
 * Tells what would become of a mail, by the parser, the reader of bounces, the rules and the scan
 * of files that judge real mail. Nothing is stored and nothing is sent. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR})
public class IntakeTrials {
  private static final Set<ReceivedState> WRITTEN =
      EnumSet.of(ReceivedState.OPENED, ReceivedState.APPENDED);

  @EJB ReceivedMails received;
  @EJB Bounces bounces;
  @Inject Judge judge;
  @Inject MailFiles files;

  /**
   * @param mailbox the Input mailbox that the mail would come into
   * @param raw the mail (RFC 5322)
   */
  public IntakeTrial tried(MailboxId mailbox, byte[] raw) {
    Parsed parsed = received.tried(mailbox, raw);
    // real mail is judged in nobody's name, with everything in reach
    return OwnWork.call(() -> parsed.fold(mail -> judged(mail, raw), refusal -> refused(parsed)));
  }

  private static IntakeTrial refused(Parsed beyond) {
    return new IntakeTrial(
        Outcome.quarantined(beyond.refusal()),
        Optional.empty(),
        Optional.empty(),
        "",
        beyond.mail());
  }

  private IntakeTrial judged(IncomingMail mail, byte[] raw) {
    Judged judged = judge.judge(mail, () -> raw, bounces.foreseen(mail, raw));
    Outcome outcome = outcome(judged, mail);
    return new IntakeTrial(
        outcome,
        judged.facts().contract(),
        judged.verdict().rule(),
        WRITTEN.contains(outcome.state()) ? text(judged.verdict(), mail) : "",
        Optional.of(mail));
  }

  private Outcome outcome(Judged judged, IncomingMail mail) {
    Circumstances facts = judged.facts();
    return judged
        .verdict()
        .fold(
            noise -> Outcome.ignored(noise.reason()),
            doubtful -> Outcome.quarantined(doubtful.reason()),
            reply ->
                withFiles(
                    mail,
                    facts.contract().orElseThrow(),
                    Outcome.appended(reply.request().number().toString(), reply.reason())),
            report -> Outcome.appended(report.request().number().toString(), report.reason()),
            wanted ->
                withFiles(
                    mail,
                    wanted.contract(),
                    new Outcome(ReceivedState.OPENED, wanted.reason(), Optional.empty())));
  }

  /** An outcome with what the files of the mail change about it. */
  private Outcome withFiles(IncomingMail mail, ContractView contract, Outcome outcome) {
    try {
      return files.with(mail, contract, taken -> noted(outcome, taken));
    } catch (NotNow later) {
      return new Outcome(ReceivedState.STORED, later.getMessage(), Optional.empty());
    }
  }

  private static Outcome noted(Outcome outcome, Taken taken) {
    String reason =
        taken.note().map(note -> outcome.reason() + " " + note).orElse(outcome.reason());
    return new Outcome(outcome.state(), reason, outcome.reference());
  }

  private static String text(Verdict verdict, IncomingMail mail) {
    return verdict.fold(
        noise -> "",
        doubtful -> "",
        reply -> Wording.answer(mail),
        Verdict.Tell::words,
        wanted -> Wording.opening(mail));
  }
}
