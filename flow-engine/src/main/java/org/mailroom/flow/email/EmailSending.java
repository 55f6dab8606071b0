package org.mailroom.flow.email;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.answer.AnswerLimit;
import org.mailroom.contract.ContractId;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.flowable.Instances;
import org.mailroom.flow.model.Facts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.people.People;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.OutboxRouting;
import org.mailroom.routing.RoutingDecision;
import org.mailroom.template.Rendered;
import org.mailroom.template.Templates;
import org.mailroom.transaction.ReadOnce;

/**
 * Runs an e-mail element: resolves, words, routes and enqueues, in the transaction of the step. It
 * never talks to a mail server, so nothing leaves unless the step commits.
 */
@Dependent
class EmailSending {
  private static final String NOBODY = "system";

  @EJB ServiceRequests requests;
  @EJB People people;
  @EJB Templates templates;
  @EJB OutboxRouting routing;
  @EJB Outbox outbox;
  @EJB AnswerLimit limit;
  @Inject Expressions expressions;
  @Inject ReadOnce once;

  /** Where an element runs: on a request, in a version of a flow, with the answers given so far. */
  record Step(RequestNumber request, String flow, int version, Function<String, Object> answers) {
    String origin(EmailElement element) {
      return "flow %s v%d, element %s \"%s\""
          .formatted(flow, version, element.id(), element.name());
    }
  }

  void send(EmailElement element, Step step) {
    RequestView request = requests.brief(step.request());
    Facts facts = Facts.of(request, step.answers());
    Addressees to = new Addressees(people, expressions, facts);
    element.recipients().forEach(to::add);
    if (to.all().isEmpty()) {
      say(
          request,
          "Warning: e-mail \"%s\" has no recipients; nothing was sent.%s"
              .formatted(element.called(), leftOut(to)));
      return;
    }
    Rendered wording = new Wording(templates, expressions, facts, step.request()).of(element);
    RoutingDecision decision = decided(request.contract(), element.choice());
    OutgoingMail mail = mail(element, step, request, to, wording, decision);
    OutboxMessageId id = outbox.enqueue(mail);
    requests.mailQueued(
        request.number(), outbox.messageId(id), queued(element, to, decision, mail.hold()));
  }

  private RoutingDecision decided(ContractId contract, OutboxChoice choice) {
    return once.get(List.of("routing", contract, choice), () -> routing.decide(contract, choice));
  }

  private OutgoingMail mail(
      EmailElement element,
      Step step,
      RequestView request,
      Addressees to,
      Rendered wording,
      RoutingDecision decision) {
    String subject = marked(wording.subject(), requests.subjectToken(request.number()));
    return new OutgoingMail(
        decision.route(),
        decision.explanation(),
        to.all(),
        decision.replyTo(),
        subject,
        wording.text(),
        wording.html(),
        requests.thread(request.number()),
        request.number().toString(),
        request.contract().toString(),
        priority(request),
        step.origin(element),
        decision.hold().or(() -> loop(request, step, to.all(), subject)));
  }

  /** Why it must wait, as it only answers a mail that may be a robot's. */
  private Optional<String> loop(
      RequestView request, Step step, List<EmailAddress> to, String subject) {
    return AnsweredMail.of(request, () -> requests.occurrences(request.number()))
        .filter(mail -> step.answers().apply(Instances.WORKED_ON) == null)
        .filter(mail -> to.stream().anyMatch(mail.sender()::sameAs))
        .flatMap(mail -> limit.refusal(mail.sender(), mail.cause(), subject));
  }

  // who has logged in to open it sits there and waits; whoever wrote a mail does not
  private static OutgoingMail.Priority priority(RequestView request) {
    return NOBODY.equals(request.openedBy())
        ? OutgoingMail.Priority.ROUTINE
        : OutgoingMail.Priority.PERSON;
  }

  private static String marked(String subject, String token) {
    return subject.contains(token) ? subject : subject.strip() + " " + token;
  }

  private static String queued(
      EmailElement element, Addressees to, RoutingDecision decision, Optional<String> hold) {
    int count = to.all().size();
    return "E-mail \"%s\" queued to %d %s via %s: %s%s%s"
        .formatted(
            element.called(),
            count,
            count == 1 ? "recipient" : "recipients",
            Optional.ofNullable(decision.route().from()).map(Object::toString).orElse("no outbox"),
            decision.explanation(),
            hold.map(reason -> " It is held: " + reason).orElse(""),
            leftOut(to));
  }

  private static String leftOut(Addressees to) {
    List<String> leftOut = to.leftOut();
    return leftOut.isEmpty() ? "" : " Left out, as unknown: " + String.join(", ", leftOut) + ".";
  }

  private void say(RequestView request, String text) {
    requests.append(request.number(), NewOccurrence.of("system", "flow", text));
  }
}
