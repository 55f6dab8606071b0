package org.mailroom.request;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.jpa.RequestStore;
import org.mailroom.request.model.Attachment;
import org.mailroom.request.model.Occurrence;
import org.mailroom.request.model.RequestMail;
import org.mailroom.request.model.ServiceRequest;

/**
 * Makes one request of two and two of one, so that later mail goes where it belongs.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed(OPERATOR)
public class RequestThreads {
  @Inject RequestStore store;
  @EJB ServiceRequests requests;
  @EJB Audit audit;

  /**
   * Merges a request into another of its contract: it is cancelled and its flow ends; who takes
   * part in it takes part in the other, where mail that answers it goes from now on.
   *
   * @return the other request
   * @throws InvalidRequest if the two are one, of different contracts, or either was merged before
   */
  public RequestView merge(RequestNumber from, RequestNumber into) {
    ServiceRequest gone = present(from);
    ServiceRequest staying = present(into);
    refuse(gone, staying);
    RequestView told = requests.get(from);
    if (gone.situation().leadsTo(Situation.CANCELLED)) {
      requests.change(from, Situation.CANCELLED);
    }
    gone.mergeInto(into);
    requests.copy(into, told.contact().email().stream().toList());
    requests.copy(into, told.copied());
    told.thread().forEach(id -> requests.joinThread(into, id));
    log(from, "Merged into request %s.".formatted(into));
    log(into, "Request %s was merged into this one.".formatted(from));
    audit.note("request.merged", "request " + from, "into request " + into);
    return requests.get(into);
  }

  private static void refuse(ServiceRequest gone, ServiceRequest staying) {
    if (gone.number().equals(staying.number())) {
      throw refused("MERGE_SELF", "into", "A request cannot be merged into itself.");
    }
    if (!gone.contract().equals(staying.contract())) {
      throw refused(
          "MERGE_CONTRACT",
          "into",
          "Request %s belongs to another contract.".formatted(staying.number()));
    }
    for (ServiceRequest request : List.of(gone, staying)) {
      request.mergedInto().ifPresent(other -> refuse(request.number(), other));
    }
    if (staying.situation() == Situation.CANCELLED) {
      throw refused(
          "MERGE_CANCELLED",
          "into",
          "Request %s is cancelled: its mail would be lost.".formatted(staying.number()));
    }
  }

  private static void refuse(RequestNumber merged, RequestNumber into) {
    throw refused(
        "MERGED_BEFORE",
        "into",
        "Request %s was merged into request %s before.".formatted(merged, into));
  }

  /**
   * Makes a request of its own of an occurrence, for whoever said it: with its files and its mail.
   * Mail below that mail goes to the new request from now on. The occurrence stays where it was
   * said.
   *
   * @param title null for that of the request
   * @return the new request, which refers to the old one
   * @throws InvalidRequest if the request has no such occurrence, or the contract does not run
   */
  public RequestView split(RequestNumber number, long occurrence, String title) {
    RequestView old = requests.get(number);
    Occurrence said =
        present(number).occurrences().stream()
            .filter(one -> one.id() == occurrence)
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "OCCURRENCE_UNKNOWN",
                        "occurrence",
                        "Request %s has no occurrence %d.".formatted(number, occurrence)));
    Optional<RequestMail> mail = store.mail(number, occurrence);
    Optional<String> messageId = mail.flatMap(RequestMail::messageId);
    OpenRequest wanted =
        new OpenRequest(
            old.contract(),
            title == null || title.isBlank() ? old.title() : title,
            said.words(),
            contact(said, old),
            said.origin(),
            messageId,
            Optional.of(number),
            old.classification(),
            old.copied(),
            List.of(),
            mail.map(RequestMail::original));
    RequestNumber split = requests.begin(wanted);
    present(split).splitOffWith(messageId);
    copyFiles(number, occurrence, split);
    log(number, "Split off into request %s: %s".formatted(split, said.beginning()));
    audit.note("request.split", "request " + number, "into request " + split);
    return requests.get(split);
  }

  /**
   * What a mail says of its sender as {@code Ana <ana@xpto.example>}; else whom the old one had.
   */
  private static Contact contact(Occurrence said, RequestView old) {
    String by = said.by();
    int bracket = by.lastIndexOf('<');
    Optional<EmailAddress> address =
        EmailAddress.parse(bracket < 0 ? by : by.substring(bracket + 1).replace(">", ""));
    return address.isPresent()
        ? new Contact(bracket > 0 ? by.substring(0, bracket).strip() : by, address)
        : old.contact();
  }

  private void copyFiles(RequestNumber number, long occurrence, RequestNumber split) {
    for (Attachment file : store.attachments(number, occurrence)) {
      store.add(file.copiedTo(split));
    }
  }

  /**
   * The request that a mail belongs to which answers a request: the one itself, the one that it was
   * merged into, or the one that a mail above it was split off into.
   *
   * @param thread the Message-IDs of the mails above it
   */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<RequestView> following(RequestNumber answered, List<String> thread) {
    Set<RequestNumber> seen = new HashSet<>();
    RequestNumber at = answered;
    Optional<RequestNumber> next = Optional.of(answered);
    // what was split off may have been merged back
    while (next.filter(seen::add).isPresent()) {
      at = next.get();
      next = next(at, thread);
    }
    return requests.find(next.orElse(at));
  }

  private Optional<RequestNumber> next(RequestNumber at, List<String> thread) {
    return store.find(at).flatMap(ServiceRequest::mergedInto).or(() -> store.splitOff(at, thread));
  }

  private void log(RequestNumber number, String text) {
    requests.append(number, NewOccurrence.of(audit.caller(), "system", text));
  }

  private ServiceRequest present(RequestNumber number) {
    return store.find(number).orElseThrow(() -> new RequestNotFound(number.toString()));
  }

  private static InvalidRequest refused(String code, String field, String message) {
    return new InvalidRequest(List.of(new Problem(code, field, message)));
  }
}
