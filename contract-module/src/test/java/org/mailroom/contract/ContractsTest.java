package org.mailroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.contract.ContractFixture.TODAY;
import static org.mailroom.contract.ContractFixture.draft;
import static org.mailroom.contract.ContractFixture.linked;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.contract.jpa.ContractStore;
import org.mailroom.database.TestDatabase;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The service over its store; each database has its subclass. */
abstract class ContractsTest {
  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final NotedAudit audit = new NotedAudit();
  private final MailboxView output = mailboxes.output("XPTO outbox", "helpdesk@xpto.example");
  private final MailboxView input = mailboxes.input("XPTO inbox", "support@xpto.example");
  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_registered_contract_is_there_with_its_mailboxes() {
    ContractView registered = register(linked("C-1", "XPTO Company", output, input));

    ContractView found = get(registered);

    assertThat(found).isEqualTo(registered);
    assertThat(found.client()).isEqualTo("XPTO Company");
    assertThat(found.startDate()).isEqualTo(TODAY);
    assertThat(found.outputMailbox()).contains(output.id());
    assertThat(found.inputMailbox()).contains(input.id());
    assertThat(audit.notes())
        .containsExactly(
            "contract.registered contract C-1 number: C-1, client: XPTO Company,"
                + " startDate: %s, status: ACTIVE, whenOutboxUnavailable: WAIT,".formatted(TODAY)
                + " senderPolicy: ANYONE, mailboxForAllNotices: false, maxFileKb: 20480,"
                + " maxFilesKb: 20480, whenFileRefused: LEAVE_OUT",
            "contract.linked contract C-1 outputMailbox: 1, inputMailbox: 2");
  }

  @Test
  void its_number_is_found_and_taken_whatever_the_case() {
    register(draft("Abc-1", "XPTO"));

    Optional<ContractView> found = in(contracts -> contracts.withNumber(" aBC-1 "));

    assertThat(found).isPresent();
    assertThatThrownBy(() -> register(draft("ABC-1", "Company2")))
        .isInstanceOfSatisfying(
            InvalidContract.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::code)
                    .containsExactly("NUMBER_TAKEN"));
  }

  @Test
  void saving_twice_changes_nothing_twice() {
    ContractView first = register(linked("C-1", "XPTO", output, input));
    audit.notes().clear();

    ContractView again = change(first, linked("C-1", "xpto", output, input));

    assertThat(again).isEqualTo(first);
    assertThat(get(first)).isEqualTo(first);
    assertThat(audit.notes()).isEmpty();
  }

  @Test
  void a_change_raises_the_version_by_one_and_is_noted() {
    ContractView first = register(draft("C-1", "XPTO"));
    audit.notes().clear();

    ContractView changed = change(first, linked("C-1", "XPTO", output, null));

    assertThat(changed.version()).isEqualTo(first.version() + 1);
    assertThat(get(first)).isEqualTo(changed);
    assertThat(audit.notes()).containsExactly("contract.linked contract C-1 outputMailbox: 1");
  }

  @Test
  void a_change_of_the_clients_domains_alone_raises_the_version_too() {
    ContractView first = register(draft("C-1", "XPTO"));

    ContractView changed = change(first, withDomains("xpto.example"));

    assertThat(changed.domains()).containsExactly("xpto.example");
    assertThat(changed.version()).isEqualTo(first.version() + 1);
    assertThat(change(changed, draft("C-1", "XPTO"))).isEqualTo(changed);
  }

  @Test
  void a_change_of_what_somebody_else_has_changed_is_refused() {
    ContractView first = register(draft("C-1", "XPTO"));
    change(first, draft("C-1", "Company2"));

    assertThatThrownBy(() -> change(first, draft("C-2", "XPTO")))
        .isInstanceOf(ContractChanged.class);
  }

  @Test
  void a_client_is_registered_once_whatever_the_case() {
    register(draft("C-1", "XPTO Company"));
    ContractView second = register(draft("C-2", "xpto COMPANY"));

    assertThat(second.client()).isEqualTo("XPTO Company");
    List<String> clients = in(Contracts::clients);
    assertThat(clients).containsExactly("XPTO Company");
  }

  @Test
  void a_flow_that_is_not_published_is_refused() {
    ContractDraft wrong = ContractFixture.running("C-1", "XPTO", "unknown");

    assertThatThrownBy(
            () ->
                in(
                    contracts -> {
                      contracts.around.flows = Deployed.one(() -> List.of("support"));
                      return contracts.register(wrong);
                    }))
        .isInstanceOf(InvalidContract.class)
        .hasMessageContaining("no published flow unknown");
  }

  @Test
  void it_is_found_by_what_it_names() {
    ContractView linked = register(linked("C-1", "XPTO", output, input));
    ContractView running = register(ContractFixture.running("C-2", "XPTO", "support"));

    Optional<ContractView> reading = in(contracts -> contracts.readingFrom(input.id()));
    List<ContractView> using = in(contracts -> contracts.using(output.id()));
    List<ContractView> withFlow = in(contracts -> contracts.running("support"));

    assertThat(reading).contains(linked);
    assertThat(using).containsExactly(linked);
    assertThat(withFlow).containsExactly(running);
  }

  @Test
  void the_mailboxes_can_tell_who_uses_them_and_which_are_read() {
    register(linked("C-1", "XPTO", output, input));

    Set<MailboxId> read = in(Contracts::inputMailboxes);
    List<MailboxUsage.Use> uses = in(contracts -> usesOf(contracts, output.id()));

    assertThat(read).isEqualTo(Set.of(input.id()));
    assertThat(uses).containsExactly(new MailboxUsage.Use("contract", "C-1"));
  }

  private static List<MailboxUsage.Use> usesOf(Contracts contracts, MailboxId mailbox) {
    UsesByContracts uses = new UsesByContracts();
    uses.contracts = contracts;
    return uses.usesOf(mailbox);
  }

  @Test
  void the_database_too_refuses_a_second_contract_for_an_input_mailbox() {
    register(linked("C-1", "XPTO", output, input));

    assertThatThrownBy(
            () ->
                in(
                    contracts -> {
                      contracts.around = new NoOtherContracts();
                      return contracts.register(linked("C-2", "XPTO", output, input));
                    }))
        .isInstanceOf(PersistenceException.class);
  }

  /** As a second transaction sees it that runs at the same time. */
  private final class NoOtherContracts extends ContractSurroundings {
    NoOtherContracts() {
      mailboxes = ContractsTest.this.mailboxes;
    }

    @Override
    public Optional<ContractId> numbered(String number) {
      return Optional.empty();
    }

    @Override
    public Optional<ContractId> readingFrom(MailboxId inputMailbox) {
      return Optional.empty();
    }
  }

  @Test
  void lists_show_a_slice_of_those_whose_number_or_client_has_the_text() {
    register(draft("C-1", "100% XPTO"));
    register(draft("C-2", "Company_2"));
    register(draft("X-3", "Company_2"));

    assertThat(numbers(list(null, Slice.first(2)))).containsExactly("C-1", "C-2");
    assertThat(list(null, new Slice(1, 2)).total()).isEqualTo(3);
    assertThat(numbers(list("xpto", Slice.first(10)))).containsExactly("C-1");
    assertThat(numbers(list("C-", Slice.first(10)))).containsExactly("C-1", "C-2");
    assertThat(numbers(list("_", Slice.first(10)))).containsExactly("C-2", "X-3");
    assertThat(list("%%", Slice.first(10)).total()).isZero();
  }

  @Test
  void a_deleted_contract_is_gone_and_its_mailbox_free() {
    ContractView first = register(linked("C-1", "XPTO", output, input));

    in(
        contracts -> {
          contracts.delete(first.id());
          return null;
        });

    assertThatThrownBy(() -> get(first)).isInstanceOf(ContractNotFound.class);
    assertThat(register(linked("C-2", "XPTO", output, input)).inputMailbox()).isPresent();
  }

  @Test
  void a_contract_with_requests_is_not_deleted() {
    ContractView first = register(draft("C-1", "XPTO"));

    assertThatThrownBy(
            () ->
                in(
                    contracts -> {
                      contracts.usage = contract -> 3;
                      contracts.delete(first.id());
                      return null;
                    }))
        .isInstanceOf(ContractInUse.class)
        .hasMessageContaining("3 service requests");
  }

  @Test
  void a_contract_manager_sees_what_was_given_to_them_and_no_client_of_others() {
    ContractView theirs = register(draft("C-1", "XPTO"));
    ContractView others = register(draft("C-2", "Company2"));
    ManagersCall manager = ManagersCall.givenContracts(theirs.id().value());

    Page<ContractView> seen = manager.call(() -> list(null, Slice.first(10)));
    assertThat(numbers(seen)).containsExactly("C-1");
    assertThat(seen.total()).isEqualTo(1);
    List<String> clients = manager.call(() -> in(Contracts::clients));
    assertThat(clients).containsExactly("XPTO");
    Optional<ContractView> unseen =
        manager.call(() -> in(contracts -> contracts.withNumber("C-2")));
    assertThat(unseen).isEmpty();
    assertThatThrownBy(() -> manager.call(() -> get(others))).isInstanceOf(ContractNotFound.class);
    assertThatThrownBy(() -> manager.call(() -> change(others, draft("C-9", "XPTO"))))
        .isInstanceOf(ContractNotFound.class);
    assertThat(list(null, Slice.first(10)).total()).isEqualTo(2);
  }

  @Test
  void a_number_is_taken_also_by_a_contract_that_a_manager_does_not_see() {
    register(draft("C-1", "XPTO"));

    assertThatThrownBy(
            () -> ManagersCall.givenContracts().call(() -> register(draft("c-1", "Mine"))))
        .isInstanceOf(InvalidContract.class)
        .hasMessageContaining("Another contract has the number c-1.");
  }

  @Test
  void what_a_contract_manager_registers_is_theirs() {
    ManagersCall manager = ManagersCall.givenContracts();

    ContractView made = manager.call(() -> register(draft("C-1", "XPTO")));

    assertThat(manager.registered).containsExactly("contract " + made.id());
  }

  @Test
  void the_mailboxes_that_a_contract_names_come_with_it() {
    ContractView linked = register(linked("C-1", "XPTO", output, input));
    register(draft("C-2", "Company2"));

    assertThat(
            database.<Set<Long>>transaction(
                "contract",
                em -> {
                  LinkedMailboxes mailboxes = new LinkedMailboxes();
                  mailboxes.store = new ContractStore(em);
                  return mailboxes.mailboxesOf(Set.of(linked.id().value()));
                }))
        .containsExactlyInAnyOrder(output.id().value(), input.id().value());
  }

  private ContractView register(ContractDraft draft) {
    return in(contracts -> contracts.register(draft));
  }

  private ContractView get(ContractView seen) {
    return in(contracts -> contracts.get(seen.id()));
  }

  private ContractView change(ContractView seen, ContractDraft draft) {
    return in(contracts -> contracts.change(seen.id(), draft, Optional.of(seen.version())));
  }

  private Page<ContractView> list(String text, Slice slice) {
    return in(contracts -> contracts.list(text, slice));
  }

  private static List<String> numbers(Page<ContractView> page) {
    return page.items().stream().map(ContractView::number).toList();
  }

  private static ContractDraft withDomains(String domains) {
    return new ContractDraft(
        "C-1", "XPTO", domains, null, null, null, null, null, null, null, null, null);
  }

  private <T> T in(Function<Contracts, T> work) {
    return database.transaction(
        "contract", em -> work.apply(ContractFixture.contracts(em, mailboxes, audit)));
  }
}
