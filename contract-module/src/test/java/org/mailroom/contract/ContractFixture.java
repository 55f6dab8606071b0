package org.mailroom.contract;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.jpa.ContractStore;
import org.mailroom.contract.jpa.ReleasedSenderStore;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;

/** Contracts as tests need them: the service on a database, drafts and views. */
public final class ContractFixture {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  public static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private ContractFixture() {}

  /** Contracts without requests, where any flow goes. */
  public static Contracts contracts(EntityManager em, KnownMailboxes mailboxes, NotedAudit audit) {
    Contracts contracts = new Contracts();
    contracts.store = new ContractStore(em);
    contracts.around = new ContractSurroundings();
    contracts.around.store = contracts.store;
    contracts.around.mailboxes = mailboxes;
    contracts.around.flows = Deployed.none();
    contracts.usage = contract -> 0;
    contracts.audit = audit;
    contracts.clock = NOON;
    return contracts;
  }

  public static ReleasedSenders released(EntityManager em, Contracts contracts, NotedAudit audit) {
    ReleasedSenders released = new ReleasedSenders();
    released.store = new ReleasedSenderStore(em);
    released.contracts = contracts;
    released.audit = audit;
    released.clock = NOON;
    return released;
  }

  public static ContractDraft draft(String number, String client) {
    return linked(number, client, null, null);
  }

  public static ContractDraft linked(
      String number, String client, MailboxView output, MailboxView input) {
    return new ContractDraft(
        number, client, null, null, null, null, id(output), id(input), null, null, null, null);
  }

  public static ContractDraft running(String number, String client, String flow) {
    return new ContractDraft(
        number, client, null, null, null, null, null, null, flow, null, null, null);
  }

  public static ContractDraft inactive(String number, String client) {
    return new ContractDraft(
        number,
        client,
        null,
        null,
        null,
        ContractStatus.INACTIVE,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static MailboxId id(MailboxView mailbox) {
    return mailbox == null ? null : mailbox.id();
  }

  /** An active contract C-1 of XPTO Company, without mailboxes, whose mail comes from anyone. */
  public static ContractView view() {
    return view(Optional.empty(), Optional.empty(), WhenOutboxUnavailable.WAIT);
  }

  public static ContractView view(
      Optional<MailboxId> output, Optional<MailboxId> input, WhenOutboxUnavailable whenPaused) {
    return view(ContractStatus.ACTIVE, output, input, whenPaused, SenderPolicy.ANYONE);
  }

  public static ContractView taking(SenderPolicy policy) {
    return view(
        ContractStatus.ACTIVE,
        Optional.empty(),
        Optional.empty(),
        WhenOutboxUnavailable.WAIT,
        policy);
  }

  /** Contract C-1 with limits of files. */
  public static ContractView taking(FileLimits files) {
    ContractView usual = view();
    return new ContractView(
        usual.id(),
        usual.number(),
        usual.client(),
        usual.domains(),
        usual.startDate(),
        usual.endDate(),
        usual.status(),
        usual.outputMailbox(),
        usual.inputMailbox(),
        usual.flow(),
        usual.whenOutboxUnavailable(),
        usual.senderPolicy(),
        usual.mailboxForAllNotices(),
        files,
        usual.version());
  }

  public static ContractView inactiveView() {
    return view(
        ContractStatus.INACTIVE,
        Optional.empty(),
        Optional.empty(),
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE);
  }

  private static ContractView view(
      ContractStatus status,
      Optional<MailboxId> output,
      Optional<MailboxId> input,
      WhenOutboxUnavailable whenPaused,
      SenderPolicy policy) {
    return new ContractView(
        new ContractId(1),
        "C-1",
        "XPTO Company",
        List.of("xpto.example"),
        TODAY,
        null,
        status,
        output,
        input,
        Optional.empty(),
        whenPaused,
        policy,
        false,
        1);
  }
}
