package org.mailroom.api.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.api.message.MessageAnswer;
import org.mailroom.flow.FlowRunView;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.MailView;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;
import org.mailroom.request.Twin;

/**
 * A request in JSON, with everything that belongs to it.
 *
 * @param contract the contract's number
 * @param mail that opened it, or null
 * @param run where its flow stands, or null if it runs none
 * @param twins the requests that its mails opened or went to in other mailboxes
 * @param messages outgoing mail about it
 * @param tasks what waits for a person
 * @param incidents elements that failed until a person retries them
 */
public record RequestAnswer(
    long number,
    String contract,
    long contractId,
    String client,
    String title,
    String description,
    ContactAnswer contact,
    List<String> copied,
    String origin,
    Situation situation,
    String flow,
    Run run,
    Long refersTo,
    String service,
    Priority priority,
    String group,
    List<TwinAnswer> twins,
    Instant openedAt,
    String openedBy,
    Instant closedAt,
    List<AttachmentView> attachments,
    MailView mail,
    List<OccurrenceView> occurrences,
    List<MessageAnswer> messages,
    List<FlowRunView.Task> tasks,
    List<FlowRunView.Incident> incidents) {

  /**
   * Where a flow stands.
   *
   * @param completed ids of the elements that are done, and of the connections that were taken
   * @param active ids of the elements it stands on
   */
  public record Run(
      String flow,
      int version,
      Instant startedAt,
      Instant endedAt,
      List<String> completed,
      List<String> active) {
    static Run of(FlowRunView run) {
      return new Run(
          run.flow(), run.version(), run.startedAt(), run.endedAt(), run.completed(), run.active());
    }
  }

  /** Another request that the same mail opened or went to, in JSON. */
  public record TwinAnswer(long number, String contract) {
    static TwinAnswer of(Twin twin) {
      return new TwinAnswer(twin.number().value(), twin.contractNumber());
    }
  }

  static RequestAnswer of(
      RequestView request, Optional<FlowRunView> run, List<MessageAnswer> messages) {
    return new RequestAnswer(
        request.number().value(),
        request.contractNumber(),
        request.contract().value(),
        request.client(),
        request.title(),
        request.description(),
        ContactAnswer.of(request.contact()),
        request.copied().stream().map(EmailAddress::value).toList(),
        request.origin(),
        request.situation(),
        request.flow().orElse(null),
        run.map(Run::of).orElse(null),
        request.refersTo().map(RequestNumber::value).orElse(null),
        request.classification().service(),
        request.classification().priority(),
        request.classification().group(),
        request.twins().stream().map(TwinAnswer::of).toList(),
        request.openedAt(),
        request.openedBy(),
        request.closedAt(),
        request.attachments(),
        request.mail().orElse(null),
        request.occurrences(),
        messages,
        run.map(FlowRunView::tasks).orElse(List.of()),
        run.map(FlowRunView::incidents).orElse(List.of()));
  }
}
