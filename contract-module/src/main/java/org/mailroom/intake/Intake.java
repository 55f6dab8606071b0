package org.mailroom.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.bounce.Bounce;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.Contracts;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedMailHandler;
import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.IntakeRules;
import org.mailroom.intake.model.QuotedTail;
import org.mailroom.intake.model.Verdict;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.people.People;
import org.mailroom.request.Contact;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.OriginalMail;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestThreads;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;

/**
 * Turns received mail into requests and occurrences. All of it happens in the transaction that
 * settles the mail in the ledger, so a mail that is handled again has left nothing behind before.
 */
@ApplicationScoped
public class Intake implements ReceivedMailHandler {
  private static final String ORIGIN = "mail";

  @Inject Contracts contracts;
  @Inject ServiceRequests requests;
  @Inject People people;
  @Inject Mailboxes mailboxes;
  @Inject Outbox outbox;
  @Inject Bounces bounces;
  @Inject RequestThreads threads;
  @Inject MailFiles files;
  @Inject Clock clock;

  /** Those of inactive contracts too: their mail is quarantined, not left lying. */
  @Override
  public Set<MailboxId> mailboxesToRead() {
    return contracts.inputMailboxes();
  }

  @Override
  public Outcome handle(IncomingMail mail) {
    return bounces.reported(mail).map(bounce -> tell(bounce, mail)).orElseGet(() -> judge(mail));
  }

  private Outcome tell(Bounce bounce, IncomingMail mail) {
    if (bounce.message().isEmpty()) {
      return Outcome.ignored("It reports that a message did not arrive, which is none of ours.");
    }
    String reason = "It reports on message %s.".formatted(bounce.message().get().id());
    return RequestNumber.in(bounce.message().get().reference())
        .flatMap(requests::find)
        .map(request -> tell(bounce, request.number(), reason, mail))
        .orElseGet(() -> Outcome.ignored(reason));
  }

  private Outcome tell(Bounce bounce, RequestNumber number, String reason, IncomingMail mail) {
    requests.append(
        number,
        new NewOccurrence(sender(mail), ORIGIN, bounce.words(), messageId(mail), List.of()));
    return Outcome.appended(number.toString(), reason);
  }

  private Outcome judge(IncomingMail mail) {
    Circumstances facts =
        new Circumstances(
            mail,
            contracts.readingFrom(mail.mailbox()),
            LocalDate.now(clock),
            ours(),
            mail.from().stream().anyMatch(people::knows),
            answered(mail));
    return IntakeRules.judge(facts)
        .fold(
            noise -> Outcome.ignored(noise.reason()),
            doubtful -> Outcome.quarantined(doubtful.reason()),
            reply ->
                files.with(
                    mail, facts.contract().orElseThrow(), taken -> append(reply, facts, taken)),
            wanted -> files.with(mail, wanted.contract(), taken -> open(wanted, facts, taken)));
  }

  private List<EmailAddress> ours() {
    // nothing leaves where there is no default outbox, and then it has no address
    Stream<EmailAddress> sessions = Stream.ofNullable(outbox.defaultRoute().from());
    return Stream.concat(mailboxes.ownAddresses().stream(), sessions).toList();
  }

  private Optional<RequestView> answered(IncomingMail mail) {
    return mail.thread().stream()
        .flatMap(id -> outbox.referenceOf(id).stream())
        .flatMap(reference -> RequestNumber.in(reference).stream())
        .findFirst()
        .or(() -> requests.inSubject(mail.subject()))
        .flatMap(number -> threads.following(number, mail.thread()));
  }

  private Outcome append(Verdict.Append reply, Circumstances facts, MailFiles.Taken taken) {
    IncomingMail mail = facts.mail();
    RequestNumber number = reply.request().number();
    requests.append(
        number,
        new NewOccurrence(
            sender(mail),
            ORIGIN,
            QuotedTail.fold(mail.text()),
            messageId(mail),
            taken.files(),
            original(mail)));
    note(number, taken);
    requests.copy(number, facts.copied());
    if (reply.request().situation().leadsTo(Situation.REOPENED)) {
      requests.change(number, Situation.REOPENED);
    }
    return Outcome.appended(number.toString(), reply.reason());
  }

  private void note(RequestNumber number, MailFiles.Taken taken) {
    taken
        .note()
        .ifPresent(note -> requests.append(number, NewOccurrence.of("system", "system", note)));
  }

  private Outcome open(Verdict.Open wanted, Circumstances facts, MailFiles.Taken taken) {
    IncomingMail mail = facts.mail();
    RequestView opened =
        requests.open(
            new OpenRequest(
                wanted.contract().id(),
                mail.subject(),
                mail.text(),
                new Contact(name(mail), mail.from()),
                ORIGIN,
                messageId(mail),
                wanted.refersTo(),
                facts.copied(),
                taken.files(),
                original(mail)));
    note(opened.number(), taken);
    return Outcome.opened(opened.number().toString(), wanted.reason());
  }

  private static String name(IncomingMail mail) {
    String address = mail.from().map(EmailAddress::value).orElse("");
    return mail.fromName().isBlank()
        ? address.substring(0, Math.max(0, address.lastIndexOf('@')))
        : mail.fromName();
  }

  private static String sender(IncomingMail mail) {
    String address = mail.from().map(EmailAddress::value).orElse("");
    return mail.fromName().isBlank() ? address : mail.fromName() + " <" + address + ">";
  }

  private static Optional<OriginalMail> original(IncomingMail mail) {
    return Optional.of(new OriginalMail(mail.id(), mail.html()));
  }

  private static Optional<String> messageId(IncomingMail mail) {
    return Optional.of(mail.messageId()).filter(id -> !id.isBlank());
  }
}
