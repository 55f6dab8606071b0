package org.mailroom.intake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailroom.bounce.Bounce;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.intake.model.Circumstances;
import org.mailroom.intake.model.IntakeRules;
import org.mailroom.intake.model.Verdict;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.people.People;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestThreads;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleView;
import org.mailroom.transaction.ReadOnce;

/** Finds out what bears on a mail, and has the rules judge it. Changes nothing. */
@ApplicationScoped
class Judge {
  @EJB Contracts contracts;
  @EJB ServiceRequests requests;
  @EJB RequestThreads threads;
  @EJB People people;
  @EJB ReleasedSenders released;
  @EJB MailRules rules;
  @EJB Mailboxes mailboxes;
  @EJB Outbox outbox;
  @Inject Clock clock;
  @Inject ReadOnce once;

  /**
   * @param raw tells the mail as it came, for rules that look at its headers
   * @param bounce what the mail reports, if it is a report
   */
  Judged judge(IncomingMail mail, Supplier<byte[]> raw, Optional<Bounce> bounce) {
    return judge(facts(mail, raw), bounce);
  }

  /** The same where it is known which contract reads from the mailbox. */
  Judged judge(
      IncomingMail mail, ContractView contract, Supplier<byte[]> raw, Optional<Bounce> bounce) {
    return judge(facts(mail, Optional.of(contract), raw), bounce);
  }

  private Judged judge(Circumstances facts, Optional<Bounce> bounce) {
    return new Judged(facts, bounce.map(this::told).orElseGet(() -> IntakeRules.judge(facts)));
  }

  Circumstances facts(IncomingMail mail, Supplier<byte[]> raw) {
    return facts(mail, contracts.readingFrom(mail.mailbox()), raw);
  }

  private Circumstances facts(
      IncomingMail mail, Optional<ContractView> contract, Supplier<byte[]> raw) {
    Optional<RequestView> answered = answered(mail, contract);
    boolean choosy = contract.stream().anyMatch(it -> it.senderPolicy() != SenderPolicy.ANYONE);
    return new Circumstances(
        mail,
        contract,
        LocalDate.now(clock),
        ours(),
        (choosy || answered.isPresent()) && mail.from().stream().anyMatch(people::knows),
        choosy && contract.stream().anyMatch(it -> isReleased(it, mail)),
        answered,
        contract.flatMap(it -> rule(mail, raw)));
  }

  private Optional<RuleView> rule(IncomingMail mail, Supplier<byte[]> raw) {
    // a robot's mail is ignored whatever the rules say
    return mail.automatic().isPresent()
        ? Optional.empty()
        : rules.first(mail, () -> MailHeaders.of(raw.get()));
  }

  private boolean isReleased(ContractView contract, IncomingMail mail) {
    return mail.from().stream().anyMatch(it -> released.isReleased(contract.id(), it));
  }

  private Verdict told(Bounce bounce) {
    if (bounce.message().isEmpty()) {
      return new Verdict.Ignore(
          "It reports on a message that is none of ours: %s".formatted(bounce.words()));
    }
    String reason = "It reports on message %s.".formatted(bounce.message().get().id());
    return RequestNumber.in(bounce.message().get().reference())
        .flatMap(requests::find)
        .<Verdict>map(request -> new Verdict.Tell(request, bounce.words(), reason))
        .orElseGet(() -> new Verdict.Ignore(reason));
  }

  private List<EmailAddress> ours() {
    return Stream.concat(
            once.get("own addresses", mailboxes::ownAddresses).stream(),
            outbox.sessionAddress().stream())
        .toList();
  }

  private Optional<RequestView> answered(IncomingMail mail, Optional<ContractView> contract) {
    return mail.thread().stream()
        .flatMap(id -> outbox.referenceOf(id).stream())
        .flatMap(reference -> RequestNumber.in(reference).stream())
        .findFirst()
        .or(() -> requests.inSubject(mail.subject()))
        .flatMap(number -> threads.following(here(number, contract), mail.thread()));
  }

  /** An answer to a mail that went to several mailboxes belongs to the request of each of them. */
  private RequestNumber here(RequestNumber number, Optional<ContractView> contract) {
    return contract
        .flatMap(it -> requests.under(it.id(), number))
        .map(RequestView::number)
        .orElse(number);
  }
}
