package org.mailroom.request;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.attachment.FileContents;
import org.mailroom.audit.Audit;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.request.jpa.RequestStore;
import org.mailroom.request.model.Attachment;
import org.mailroom.request.model.Conversation;
import org.mailroom.request.model.Occurrence;
import org.mailroom.request.model.RequestMail;
import org.mailroom.request.model.RequestRules;
import org.mailroom.request.model.ServiceRequest;
import org.mailroom.request.model.SubjectToken;
import org.mailroom.request.model.Wording;
import org.mailroom.vault.Vault;

/**
 * Opens and keeps service requests.
 *
 * <p>Each call joins the caller's transaction or starts one; a request and the start of its flow
 * commit together. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class ServiceRequests {
  private static final System.Logger LOG = System.getLogger(ServiceRequests.class.getName());
  private static final String PURPOSE = "subject";
  private static final int MAX_MESSAGE_ID = 500;

  @Inject RequestStore store;
  @EJB Contracts contracts;
  @EJB Audit audit;
  @Inject Vault vault;
  @Inject Clock clock;
  @Inject FileContents contents;
  @Inject FileScreen screen;

  /** Unsatisfied where no flow engine is deployed; requests then run no flow. */
  @Inject Instance<RequestFlow> flows;

  /**
   * Opens a request and starts the flow of its contract.
   *
   * @throws InvalidRequest if the contract does not run today or a field breaks a rule
   * @throws InvalidFiles if the contract does not take a file, or it carries a virus; the files of
   *     mail have been judged before
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public RequestView open(OpenRequest wanted) {
    return get(begin(wanted));
  }

  /** The same for whoever has no need of the view, for which all is read that was just written. */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public RequestNumber begin(OpenRequest wanted) {
    ContractView contract = contracts.get(wanted.contract());
    OpenRequest complete = checked(wanted, contract);
    require(complete.origin(), complete.attachments(), () -> contract);
    ServiceRequest request =
        store.add(new ServiceRequest(complete, contract.flow(), audit.caller(), clock.instant()));
    RequestNumber number = request.number();
    keep(number, Optional.empty(), complete.attachments());
    keep(number, Optional.empty(), complete.sourceMessageId(), complete.original());
    // the first, so none is there yet
    complete
        .sourceMessageId()
        .flatMap(ServiceRequests::threadId)
        .ifPresent(id -> join(request, id));
    log(number, opening(complete), audit.caller());
    LOG.log(
        System.Logger.Level.INFO, "request.opened number={0} contract={1}", number, contract.id());
    contract
        .flow()
        .ifPresent(flow -> OwnWork.run(() -> flows.forEach(port -> port.opened(number, flow))));
    return number;
  }

  /**
   * Writes an occurrence on a request, whatever its situation.
   *
   * @throws InvalidFiles as {@link #open}
   */
  @Allowed(OPERATOR)
  public OccurrenceView append(RequestNumber number, NewOccurrence occurrence) {
    ServiceRequest request = present(number);
    require(occurrence.origin(), occurrence.attachments(), () -> contracts.get(request.contract()));
    Occurrence said = store.add(request.add(occurrence, clock.instant()));
    List<AttachmentView> files = keep(number, Optional.of(said), occurrence.attachments());
    occurrence.sourceMessageId().ifPresent(id -> joinThread(number, id));
    Optional<MailView> mail =
        keep(number, Optional.of(said), occurrence.sourceMessageId(), occurrence.original());
    return said.view(files, mail);
  }

  /**
   * Changes the situation; to the present one changes nothing. What ends a request ends its flow.
   *
   * @throws SituationRefused if the present situation does not lead to the wanted one
   */
  @Allowed(OPERATOR)
  public RequestView change(RequestNumber number, Situation wanted) {
    ServiceRequest request = present(number);
    change(request, wanted);
    return view(request);
  }

  /**
   * Closes a request whose flow has come to its end; one that a person has closed, cancelled or
   * suspended stays as it is.
   */
  @Allowed(OPERATOR)
  public void flowEnded(RequestNumber number) {
    store
        .find(number)
        .filter(request -> request.situation().isOngoing())
        .ifPresent(request -> become(request, Situation.CLOSED, "system"));
  }

  private void change(ServiceRequest request, Situation wanted) {
    if (request.situation() != wanted) {
      become(request, wanted, audit.caller());
      if (wanted.isEnded()) {
        OwnWork.run(() -> flows.forEach(port -> port.ended(request.number())));
      }
    }
  }

  private void become(ServiceRequest request, Situation wanted, String by) {
    RequestNumber number = request.number();
    Situation before = request.situation();
    request.become(wanted, clock.instant());
    log(number, before.words() + " → " + wanted.words(), by);
    LOG.log(System.Logger.Level.INFO, "request.changed number={0} situation={1}", number, wanted);
  }

  /**
   * @throws RequestNotFound if there is none
   */
  public RequestView get(RequestNumber number) {
    return view(present(number));
  }

  public Optional<RequestView> find(RequestNumber number) {
    return store.find(number).map(this::view);
  }

  /**
   * A request without its conversation, as it is in lists: one read in place of seven.
   *
   * @throws RequestNotFound if there is none
   */
  public RequestView brief(RequestNumber number) {
    ServiceRequest request = present(number);
    return request.view(contracts.get(request.contract()), Conversation.UNTOLD);
  }

  /**
   * What was said and done on it so far, oldest first, without the files and the mail it came with.
   *
   * @throws RequestNotFound if there is none
   */
  public List<OccurrenceView> occurrences(RequestNumber number) {
    return present(number).occurrences().stream()
        .map(said -> said.view(List.of(), Optional.empty()))
        .toList();
  }

  /** The Message-IDs of its mails so far, oldest first, with angle brackets. */
  public List<String> thread(RequestNumber number) {
    return present(number).thread();
  }

  /**
   * The request of a contract that has a mail of this one in its conversation too: its own, if it
   * is under that contract.
   */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<RequestView> under(ContractId contract, RequestNumber number) {
    return store
        .find(number)
        .filter(request -> request.contract().equals(contract))
        .or(() -> twinUnder(contract, number))
        .map(this::view);
  }

  private Optional<ServiceRequest> twinUnder(ContractId contract, RequestNumber number) {
    return store.twins(number).stream()
        .filter(twin -> twin.contract().equals(contract))
        .findFirst();
  }

  public Page<RequestView> list(RequestQuery query, Slice slice) {
    Map<ContractId, ContractView> seen = new HashMap<>();
    List<RequestView> items =
        store.list(query, slice).stream()
            .map(
                request ->
                    request.view(
                        seen.computeIfAbsent(request.contract(), contracts::get),
                        Conversation.UNTOLD))
            .toList();
    return Page.of(items, slice, () -> store.count(query));
  }

  /** Lets more addresses take part in the conversation: they may answer too. */
  @Allowed(OPERATOR)
  public void copy(RequestNumber number, List<EmailAddress> addresses) {
    present(number).copy(addresses);
  }

  /** Remembers a Message-ID of its conversation, for the References of the next mail. */
  @Allowed(OPERATOR)
  public void joinThread(RequestNumber number, String messageId) {
    threadId(messageId)
        .filter(id -> !store.isInThread(number, id))
        .ifPresent(id -> join(present(number), id));
  }

  /** Empty if it is none that can be referred to. */
  private static Optional<String> threadId(String messageId) {
    return Optional.of(Wording.line(messageId))
        .filter(id -> !id.isEmpty() && id.length() <= MAX_MESSAGE_ID);
  }

  private void join(ServiceRequest request, String threadId) {
    store.add(request.join(threadId, clock.instant()));
  }

  /**
   * Writes down that a flow has queued a mail; its Message-ID joins the conversation.
   *
   * @param messageId one that was just made, so that no conversation has it yet
   */
  @Allowed(OPERATOR)
  public void mailQueued(RequestNumber number, String messageId, String words) {
    append(number, NewOccurrence.of("system", "flow", words));
    join(present(number), messageId);
  }

  /**
   * @throws AttachmentNotFound if the request has no such file
   */
  public AttachmentContent attachment(RequestNumber number, long attachment) {
    Attachment file =
        store
            .attachment(attachment)
            .filter(found -> found.isOf(number) && store.find(number).isPresent())
            .orElseThrow(() -> new AttachmentNotFound(number, attachment));
    return new AttachmentContent(file.view(), () -> contents.open(file.hash()));
  }

  /**
   * What the subject of its mails carries, so that a bare reply finds it: {@code [#4711-abcdefgh]}.
   */
  @Allowed(OPERATOR)
  public String subjectToken(RequestNumber number) {
    return token().of(number);
  }

  /** The request whose token, with our signature, a subject carries. */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<RequestNumber> inSubject(String subject) {
    return token().in(subject);
  }

  private OpenRequest checked(OpenRequest wanted, ContractView contract) {
    OpenRequest complete = RequestRules.completed(wanted);
    List<Problem> problems = RequestRules.problems(complete, contract, LocalDate.now(clock));
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    return complete;
  }

  private void require(String origin, List<NewAttachment> files, Supplier<ContractView> contract) {
    if (!files.isEmpty() && !origin.equals(RequestRules.MAIL)) {
      screen.require(files, contract.get().files());
    }
  }

  private static String opening(OpenRequest opened) {
    return opened.refersTo().map("Opened; it continues request %s."::formatted).orElse("Opened.");
  }

  private void log(RequestNumber number, String text, String by) {
    append(number, NewOccurrence.of(by, "system", text));
  }

  private List<AttachmentView> keep(
      RequestNumber number, Optional<Occurrence> occurrence, List<NewAttachment> files) {
    contents.keep(files.stream().map(NewAttachment::content).toList());
    return files.stream()
        .map(file -> store.add(new Attachment(number, occurrence, file)).view())
        .toList();
  }

  private Optional<MailView> keep(
      RequestNumber number,
      Optional<Occurrence> occurrence,
      Optional<String> messageId,
      Optional<OriginalMail> original) {
    return original.map(
        mail -> store.add(new RequestMail(number, occurrence, messageId, mail)).view());
  }

  private ServiceRequest present(RequestNumber number) {
    return store.find(number).orElseThrow(() -> new RequestNotFound(number.toString()));
  }

  private RequestView view(ServiceRequest request) {
    return view(request, contracts.get(request.contract()));
  }

  private RequestView view(ServiceRequest request, ContractView contract) {
    return request.view(contract, store.conversation(request, id -> contracts.get(id).number()));
  }

  private SubjectToken token() {
    return new SubjectToken(
        text -> vault.sign(PURPOSE, text),
        (text, signature) -> vault.signed(PURPOSE, text, signature));
  }
}
