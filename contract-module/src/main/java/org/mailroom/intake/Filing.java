package org.mailroom.intake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractView;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.intake.MailFiles.Taken;
import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.Verdict;
import org.mailroom.intake.model.Wording;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.NewAttachment;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.OriginalMail;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;

/** Writes mail down on requests. */
@ApplicationScoped
class Filing {
  static final String ORIGIN = "mail";

  @EJB ServiceRequests requests;

  /** Writes down what a mail server reports. */
  void tell(Verdict.Tell report, IncomingMail mail) {
    requests.append(
        report.request().number(),
        new NewOccurrence(
            Wording.sender(mail), ORIGIN, report.words(), messageId(mail), List.of()));
  }

  /** Writes an answer on a request, which it reopens where that is possible. */
  void append(RequestView request, Circumstances facts, Taken taken) {
    IncomingMail mail = facts.mail();
    RequestNumber number = request.number();
    requests.append(
        number,
        new NewOccurrence(
            Wording.sender(mail),
            ORIGIN,
            Wording.answer(mail),
            messageId(mail),
            taken.files(),
            original(mail)));
    note(number, taken);
    requests.copy(number, facts.copied());
    reopen(request);
  }

  /** Writes a mail that could not be read on a request: why, and the mail itself as a file. */
  void appendWhole(RequestView request, ReceivedView mail, String refusal, byte[] raw) {
    requests.append(
        request.number(),
        new NewOccurrence(mail.from(), ORIGIN, refusal, messageId(mail), whole(mail, raw)));
    reopen(request);
  }

  private void reopen(RequestView request) {
    if (request.situation().leadsTo(Situation.REOPENED)) {
      requests.change(request.number(), Situation.REOPENED);
    }
  }

  /** Opens a request for a mail. */
  RequestNumber open(Verdict.Open wanted, Circumstances facts, Taken taken) {
    IncomingMail mail = facts.mail();
    OpenRequest request =
        new OpenRequest(
            wanted.contract().id(),
            mail.subject(),
            Wording.opening(mail),
            new Contact(Wording.name(mail), mail.from()),
            ORIGIN,
            messageId(mail),
            wanted.refersTo(),
            wanted.classification(),
            facts.copied(),
            taken.files(),
            original(mail));
    RequestNumber opened = requests.begin(request);
    note(opened, taken);
    return opened;
  }

  private void note(RequestNumber number, Taken taken) {
    taken
        .note()
        .ifPresent(note -> requests.append(number, NewOccurrence.of("system", "system", note)));
  }

  /** Opens a request for a mail because a person says so. */
  RequestNumber open(ContractView contract, Circumstances facts, Taken taken) {
    return open(new Verdict.Open(contract, Optional.empty(), ""), facts, taken);
  }

  /** Opens a request for a mail that could not be read: why, and the mail itself as a file. */
  RequestNumber openWhole(ContractView contract, ReceivedView mail, String refusal, byte[] raw) {
    return requests.begin(
        new OpenRequest(
            contract.id(),
            mail.subject(),
            refusal,
            new Contact(mail.from(), EmailAddress.parse(mail.from())),
            ORIGIN,
            messageId(mail),
            Optional.empty(),
            Classification.NONE,
            List.of(),
            whole(mail, raw)));
  }

  private static List<NewAttachment> whole(ReceivedView mail, byte[] raw) {
    return List.of(
        new NewAttachment("received-%s.eml".formatted(mail.id()), "message/rfc822", raw));
  }

  private static Optional<String> messageId(ReceivedView mail) {
    return Optional.of(mail.messageId()).filter(id -> !id.isBlank());
  }

  private static Optional<String> messageId(IncomingMail mail) {
    return Optional.of(mail.messageId()).filter(id -> !id.isBlank());
  }

  private static Optional<OriginalMail> original(IncomingMail mail) {
    return Optional.of(new OriginalMail(mail.id(), mail.html()));
  }
}
