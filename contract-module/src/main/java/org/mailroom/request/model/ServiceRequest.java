package org.mailroom.request.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;
import org.mailroom.request.SituationRefused;

/** A service request as it is kept. It guards its situation; what was said is kept beside it. */
@Entity
@Table(name = "service_request")
public class ServiceRequest {
  // numbers are taken in blocks, so that nodes need not wait for each other: gaps are normal
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_request_seq")
  @SequenceGenerator(
      name = "service_request_seq",
      sequenceName = "service_request_seq",
      allocationSize = 50)
  @Column(name = "request_number")
  private long number;

  @Column(name = "contract_id")
  private long contract;

  private String title;
  private String description;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_email")
  private String contactEmail;

  @ElementCollection
  @CollectionTable(
      name = "request_copied",
      joinColumns = @JoinColumn(name = "request_number", referencedColumnName = "request_number"))
  @Column(name = "address")
  private Set<String> copied = new HashSet<>();

  private String origin;

  @Enumerated(EnumType.STRING)
  private Situation situation = Situation.IN_PROGRESS;

  private String flow;

  @Column(name = "refers_to")
  private Long refersTo;

  private String service;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  @Column(name = "group_acronym")
  private String group;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "merged_into")
  private Long mergedInto;

  @Column(name = "split_mail")
  private String splitMail;

  // these are known here, so that what belongs to one transaction is found without being written
  // first
  @OneToMany(mappedBy = "request")
  @OrderBy("joinedAt, id")
  private List<ThreadMail> thread = new ArrayList<>();

  @OneToMany(mappedBy = "request")
  @OrderBy("happenedAt, id")
  private List<Occurrence> occurrences = new ArrayList<>();

  @Version private long version;

  protected ServiceRequest() {}

  /**
   * @param wanted complete, and judged by the rules
   * @param flow that its contract has now
   */
  public ServiceRequest(OpenRequest wanted, Optional<String> flow, String by, Instant now) {
    this.contract = wanted.contract().value();
    this.title = wanted.title();
    this.description = wanted.description();
    this.contactName = wanted.contact().name();
    this.contactEmail = wanted.contact().email().map(EmailAddress::value).orElse(null);
    this.origin = wanted.origin();
    this.flow = flow.orElse(null);
    this.refersTo = wanted.refersTo().map(RequestNumber::value).orElse(null);
    classify(wanted.classification());
    this.openedBy = by;
    this.openedAt = now;
    copy(wanted.copied());
  }

  /**
   * @throws SituationRefused if the present situation does not lead there
   */
  public void become(Situation wanted, Instant now) {
    if (!situation.leadsTo(wanted) || mergedInto != null) {
      throw new SituationRefused(number(), situation, wanted);
    }
    situation = wanted;
    closedAt = wanted.isEnded() ? now : null;
  }

  /**
   * @param stated complete, and judged by the rules
   */
  public final void classify(Classification stated) {
    service = stated.service();
    priority = stated.priority();
    group = stated.group();
  }

  public Classification classification() {
    return new Classification(service, priority, group);
  }

  /** Lets more addresses take part. */
  public void copy(Collection<EmailAddress> addresses) {
    addresses.stream()
        .filter(address -> copied().stream().noneMatch(address::sameAs))
        .forEach(address -> copied.add(address.value()));
  }

  public List<EmailAddress> copied() {
    return copied.stream().sorted().map(EmailAddress::new).toList();
  }

  /** The Message-IDs of its mails, oldest first. */
  public List<String> thread() {
    return thread.stream().map(ThreadMail::messageId).toList();
  }

  /**
   * Lets a mail join its conversation.
   *
   * @param messageId of a mail that has not joined it before
   */
  public ThreadMail join(String messageId, Instant now) {
    ThreadMail mail = new ThreadMail(this, messageId, now);
    thread.add(mail);
    return mail;
  }

  /** Writes down what was said or happened. */
  public Occurrence add(NewOccurrence said, Instant now) {
    Occurrence occurrence = new Occurrence(this, said, now);
    occurrences.add(occurrence);
    return occurrence;
  }

  /** Oldest first. */
  public List<Occurrence> occurrences() {
    return List.copyOf(occurrences);
  }

  /** What there is to say goes to another request from now on; that cannot be undone. */
  public void mergeInto(RequestNumber other) {
    mergedInto = other.value();
  }

  public Optional<RequestNumber> mergedInto() {
    return Optional.ofNullable(mergedInto).map(RequestNumber::new);
  }

  /** Remembers the mail that it was split off with, as mail below that one belongs here. */
  public void splitOffWith(Optional<String> messageId) {
    splitMail = messageId.orElse(null);
  }

  public RequestNumber number() {
    return new RequestNumber(number);
  }

  public ContractId contract() {
    return new ContractId(contract);
  }

  public Situation situation() {
    return situation;
  }

  public RequestView view(ContractView under, Conversation conversation) {
    return new RequestView(
        number(),
        contract(),
        under.number(),
        under.client(),
        title,
        description,
        new Contact(contactName, EmailAddress.parse(contactEmail)),
        conversation.copied(),
        origin,
        situation,
        Optional.ofNullable(flow),
        Optional.ofNullable(refersTo).map(RequestNumber::new),
        classification(),
        conversation.twins(),
        openedAt,
        openedBy,
        closedAt,
        conversation.thread(),
        conversation.occurrences(),
        conversation.attachments(),
        conversation.mail());
  }
}
