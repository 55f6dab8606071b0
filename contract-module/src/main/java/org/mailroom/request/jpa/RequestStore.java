package org.mailroom.request.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mailroom.access.Reach;
import org.mailroom.contract.ContractId;
import org.mailroom.paging.Slice;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.MailView;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.Situation;
import org.mailroom.request.Twin;
import org.mailroom.request.model.Attachment;
import org.mailroom.request.model.Conversation;
import org.mailroom.request.model.RequestMail;
import org.mailroom.request.model.ServiceRequest;

/**
 * Requests and what was said about them in the database. Joins the caller's transaction. Requests
 * under contracts out of {@link Reach} are neither found nor listed.
 */
@Dependent
public class RequestStore {
  // neutral values stand for "any", so that one text serves every query; locate instead of like,
  // as what a person types has no wildcards to escape
  private static final String WANTED =
      """
       from ServiceRequest r
       where (:contract = 0 or r.contract = :contract)
       and (:every = 1 or r.contract in :reach)
       and r.situation in :situations
       and (:text = '' or r.number = :number or locate(:text, lower(r.title)) > 0
        or locate(:text, lower(r.contactName)) > 0 or locate(:text, lower(r.contactEmail)) > 0)
      """;

  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected RequestStore() {}

  public RequestStore(EntityManager em) {
    this.em = em;
  }

  /** Adds a row, which is written together with others: by the next query or the commit. */
  public <T> T add(T entity) {
    em.persist(entity);
    return entity;
  }

  public Optional<ServiceRequest> find(RequestNumber number) {
    return Optional.ofNullable(em.find(ServiceRequest.class, number.value()))
        .filter(request -> Reach.ofThisCall().contract(request.contract().value()));
  }

  public List<ServiceRequest> list(RequestQuery query, Slice slice) {
    return wanted("select r" + WANTED + "order by r.number desc", ServiceRequest.class, query)
        .setFirstResult(slice.offset())
        .setMaxResults(slice.size())
        .getResultList();
  }

  public long count(RequestQuery query) {
    return wanted("select count(r)" + WANTED, Long.class, query).getSingleResult();
  }

  public long countUnder(ContractId contract) {
    return em.createQuery(
            "select count(r) from ServiceRequest r where r.contract = :contract", Long.class)
        .setParameter("contract", contract.value())
        .getSingleResult();
  }

  /**
   * @param numbers tells the number that people call a contract by
   */
  public Conversation conversation(ServiceRequest request, Function<ContractId, String> numbers) {
    RequestNumber number = request.number();
    Map<Long, List<AttachmentView>> files = filesByOccurrence(number);
    Map<Long, MailView> mails = mailsByOccurrence(number);
    List<String> thread = request.thread();
    return new Conversation(
        request.copied(),
        // without a mail there is none that another request could have too
        (thread.isEmpty() ? List.<ServiceRequest>of() : twins(number))
            .stream().map(twin -> new Twin(twin.number(), numbers.apply(twin.contract()))).toList(),
        thread,
        request.occurrences().stream()
            .map(
                said ->
                    said.view(
                        files.getOrDefault(said.id(), List.of()),
                        Optional.ofNullable(mails.get(said.id()))))
            .toList(),
        files.getOrDefault(0L, List.of()),
        Optional.ofNullable(mails.get(0L)));
  }

  /** Without the HTML, which is large. */
  private Map<Long, MailView> mailsByOccurrence(RequestNumber number) {
    return of(
            number,
            "select m.occurrenceId, m.received, m.formatted, m.remoteImages from RequestMail m"
                + " where m.request = :number",
            Object[].class)
        .stream()
        .collect(
            toMap(
                row -> row[0] == null ? 0L : (Long) row[0],
                row -> new MailView((Long) row[1], (Boolean) row[2], (Boolean) row[3])));
  }

  /**
   * @param occurrence 0 for the mail that opened the request
   */
  public Optional<RequestMail> mail(RequestNumber number, long occurrence) {
    return em.createQuery(
            "select m from RequestMail m where m.request = :number"
                + " and coalesce(m.occurrenceId, 0) = :occurrence",
            RequestMail.class)
        .setParameter("number", number.value())
        .setParameter("occurrence", occurrence)
        .getResultStream()
        .findFirst();
  }

  /** The request that was split off from another with one of these mails; the latest. */
  public Optional<RequestNumber> splitOff(RequestNumber from, List<String> messageIds) {
    return messageIds.isEmpty()
        ? Optional.empty()
        : em.createQuery(
                "select r.number from ServiceRequest r where r.refersTo = :number"
                    + " and r.splitMail in :mails order by r.number desc",
                Long.class)
            .setParameter("number", from.value())
            .setParameter("mails", messageIds)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .map(RequestNumber::new);
  }

  /**
   * @param occurrence 0 for the files of the request itself
   */
  public List<Attachment> attachments(RequestNumber number, long occurrence) {
    return of(
            number,
            "select a from Attachment a where a.request = :number order by a.id",
            Attachment.class)
        .stream()
        .filter(file -> file.occurrenceId() == occurrence)
        .toList();
  }

  /** Other requests, within reach, that have a mail of this one in their conversation. */
  public List<ServiceRequest> twins(RequestNumber number) {
    return em.createQuery(
            """
            select r from ServiceRequest r where r.number <> :number
            and (:every = 1 or r.contract in :reach)
            and r.number in (select other.number from ThreadMail mine, ThreadMail other
             where mine.number = :number and other.messageId = mine.messageId)
            order by r.number
            """,
            ServiceRequest.class)
        .setParameter("number", number.value())
        .setParameter("every", Reach.ofThisCall().isEverything() ? 1 : 0)
        .setParameter("reach", Reach.ofThisCall().contracts())
        .getResultList();
  }

  public boolean isInThread(RequestNumber number, String messageId) {
    return !em.createQuery(
            "select m.id from ThreadMail m where m.number = :number and m.messageId = :messageId",
            Long.class)
        .setParameter("number", number.value())
        .setParameter("messageId", messageId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public Optional<Attachment> attachment(long id) {
    return Optional.ofNullable(em.find(Attachment.class, id));
  }

  private Map<Long, List<AttachmentView>> filesByOccurrence(RequestNumber number) {
    return of(
            number,
            "select a from Attachment a where a.request = :number order by a.id",
            Attachment.class)
        .stream()
        .collect(groupingBy(Attachment::occurrenceId, mapping(Attachment::view, toList())));
  }

  private <T> List<T> of(RequestNumber number, String query, Class<T> type) {
    return em.createQuery(query, type).setParameter("number", number.value()).getResultList();
  }

  private <T> TypedQuery<T> wanted(String jpql, Class<T> type, RequestQuery query) {
    String text = query.text() == null ? "" : query.text().strip().toLowerCase(Locale.ROOT);
    return em.createQuery(jpql, type)
        .setParameter("contract", query.contract().map(ContractId::value).orElse(0L))
        .setParameter("every", Reach.ofThisCall().isEverything() ? 1 : 0)
        .setParameter("reach", Reach.ofThisCall().contracts())
        .setParameter("situations", situations(query))
        .setParameter("text", text)
        .setParameter("number", numberIn(text));
  }

  private static Set<Situation> situations(RequestQuery query) {
    return query.situation().map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Situation.class));
  }

  private static long numberIn(String text) {
    return text.matches("#?[0-9]{1,18}") ? Long.parseLong(text.replace("#", "")) : 0;
  }
}
