package org.mailroom.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.EmailAddress;

/**
 * A request as people and programs see it.
 *
 * @param copied who else takes part; empty in lists
 * @param flow key of the flow it runs; empty if its contract has none
 * @param twins the requests that its mails opened or went to in other mailboxes; empty in lists
 * @param thread the Message-IDs of its mails so far, oldest first, with angle brackets; empty in
 *     lists
 * @param occurrences oldest first; empty in lists
 * @param attachments of the request itself; empty in lists
 * @param mail that opened it; empty in lists
 */
public record RequestView(
    RequestNumber number,
    ContractId contract,
    String contractNumber,
    String client,
    String title,
    String description,
    Contact contact,
    List<EmailAddress> copied,
    String origin,
    Situation situation,
    Optional<String> flow,
    Optional<RequestNumber> refersTo,
    Classification classification,
    List<Twin> twins,
    Instant openedAt,
    String openedBy,
    Instant closedAt,
    List<String> thread,
    List<OccurrenceView> occurrences,
    List<AttachmentView> attachments,
    Optional<MailView> mail) {
  /** A request that came by no mail. */
  public RequestView(
      RequestNumber number,
      ContractId contract,
      String contractNumber,
      String client,
      String title,
      String description,
      Contact contact,
      List<EmailAddress> copied,
      String origin,
      Situation situation,
      Optional<String> flow,
      Optional<RequestNumber> refersTo,
      Classification classification,
      List<Twin> twins,
      Instant openedAt,
      String openedBy,
      Instant closedAt,
      List<String> thread,
      List<OccurrenceView> occurrences,
      List<AttachmentView> attachments) {
    this(
        number,
        contract,
        contractNumber,
        client,
        title,
        description,
        contact,
        copied,
        origin,
        situation,
        flow,
        refersTo,
        classification,
        twins,
        openedAt,
        openedBy,
        closedAt,
        thread,
        occurrences,
        attachments,
        Optional.empty());
  }
}
