package org.mailroom.request;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.attachment.AttachmentFixture;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.Deployed;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.OneGroup;
import org.mailroom.request.jpa.RequestStore;

/** Requests as tests need them: the service on a database, and views. */
public final class RequestFixture {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private RequestFixture() {}

  /** Requests that run no flow. */
  public static ServiceRequests requests(EntityManager em) {
    return requests(em, ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit()));
  }

  public static ServiceRequests requests(EntityManager em, Contracts contracts) {
    ServiceRequests requests = new ServiceRequests();
    requests.store = new RequestStore(em);
    requests.contracts = contracts;
    requests.audit = new NotedAudit();
    requests.vault = new FixedVault();
    requests.clock = ContractFixture.NOON;
    requests.flows = Deployed.none();
    requests.contents = AttachmentFixture.contents(em);
    requests.screen = screen("");
    return requests;
  }

  public static RequestThreads threads(EntityManager em, ServiceRequests requests) {
    RequestThreads threads = new RequestThreads();
    threads.store = new RequestStore(em);
    threads.requests = requests;
    threads.audit = new NotedAudit();
    return threads;
  }

  public static RequestClassifications classifications(
      EntityManager em, ServiceRequests requests, NotedAudit audit) {
    RequestClassifications classifications = new RequestClassifications();
    classifications.store = new RequestStore(em);
    classifications.requests = requests;
    classifications.people = new OneGroup();
    classifications.audit = audit;
    return classifications;
  }

  /**
   * @param clamd where the virus scanner listens; empty for none
   */
  public static FileScreen screen(String clamd) {
    FileScreen screen = new FileScreen();
    screen.gate = AttachmentFixture.gate(clamd);
    return screen;
  }

  /** Request 4711 of contract 1, by Ana, with Bob in copy. */
  public static RequestView view(Situation situation) {
    return view("Printer on fire", "It burns.", "Ana", situation);
  }

  public static RequestView view(
      String title, String description, String contact, Situation situation) {
    return new RequestView(
        new RequestNumber(4711),
        new ContractId(1),
        "C-1",
        "XPTO Company",
        title,
        description,
        new Contact(contact, EmailAddress.parse("ana@xpto.example")),
        List.of(new EmailAddress("bob@xpto.example")),
        "mail",
        situation,
        Optional.empty(),
        Optional.empty(),
        Classification.NONE,
        List.of(),
        NOON,
        "system",
        null,
        List.of(),
        List.of(
            new OccurrenceView(1, NOON, "system", "system", "Opened.", List.of()),
            new OccurrenceView(2, NOON, "Ana", "mail", "It still burns.", List.of()),
            new OccurrenceView(3, NOON, "ana", "system", "In progress → Suspended", List.of())),
        List.of());
  }
}
