package org.mailroom.contract;

import static java.util.stream.Collectors.partitioningBy;
import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.contract.jpa.ContractStore;
import org.mailroom.contract.model.Client;
import org.mailroom.contract.model.Contract;
import org.mailroom.contract.model.ContractRules;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Registers contracts and links their mailboxes.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class Contracts {
  private static final Set<String> LINKS = Set.of("outputMailbox", "inputMailbox");

  @Inject ContractStore store;
  @Inject ContractSurroundings around;
  @Inject ContractUsage usage;
  @EJB Audit audit;
  @Inject Clock clock;

  /**
   * @throws InvalidContract telling every broken rule: number taken, end before start, an Input
   *     mailbox as Email or an Output one as Incoming email, an Input mailbox of another contract,
   *     an unknown mailbox or flow
   */
  @Allowed(CONTRACT_MANAGER)
  public ContractView register(ContractDraft draft) {
    ContractDraft wanted = checked(draft, LocalDate.now(clock), Optional.empty());
    Contract contract = new Contract(client(wanted), wanted);
    store.add(contract);
    ContractView view = contract.view();
    Reach.ofThisCall().registeredContract(view.id().value());
    note("contract.registered", contract, Change.between(null, contract.stated()));
    return view;
  }

  /**
   * Changes a contract; an unchanged draft changes nothing. A start date that is left out stays.
   *
   * @param version of the {@link ContractView} the change is based on; empty changes whatever is
   *     there
   * @throws ContractChanged if somebody else has changed it since
   */
  @Allowed(CONTRACT_MANAGER)
  public ContractView change(ContractId id, ContractDraft draft, Optional<Long> version) {
    Contract contract = present(id);
    if (version.isPresent() && version.get() != contract.view().version()) {
      throw new ContractChanged(id);
    }
    ContractDraft before = contract.stated();
    ContractDraft wanted = checked(draft, before.startDate(), Optional.of(id));
    return wanted.equals(before) ? contract.view() : changed(contract, before, wanted);
  }

  private ContractView changed(Contract contract, ContractDraft before, ContractDraft wanted) {
    contract.change(client(wanted), wanted);
    store.changed(contract);
    note("contract.changed", contract, Change.between(before, contract.stated()));
    return contract.view();
  }

  /**
   * @throws ContractInUse if it has requests; make it inactive instead
   */
  @Allowed(CONTRACT_MANAGER)
  public void delete(ContractId id) {
    Contract contract = present(id);
    ContractView view = contract.view();
    long requests = usage.requestsUnder(id);
    if (requests > 0) {
      throw new ContractInUse(view.number(), requests);
    }
    store.remove(contract);
    note("contract.deleted", contract, Change.between(contract.stated(), null));
  }

  /**
   * @throws ContractNotFound if there is none
   */
  public ContractView get(ContractId id) {
    return present(id).view();
  }

  public Optional<ContractView> withNumber(String number) {
    return store.numbered(number.strip()).map(Contract::view);
  }

  /** The contract whose incoming mail this Input mailbox receives. */
  public Optional<ContractView> readingFrom(MailboxId inputMailbox) {
    return store.readingFrom(inputMailbox).map(Contract::view);
  }

  /** The Input mailboxes that any contract reads from, whether it is active or not. */
  @Allowed({OPERATOR, AUDITOR})
  public Set<MailboxId> inputMailboxes() {
    return Set.copyOf(store.inputMailboxes());
  }

  /**
   * @param text in number or client, case ignored; null for all
   */
  public Page<ContractView> list(String text, Slice slice) {
    return Page.of(views(store.list(text, slice)), slice, () -> store.count(text));
  }

  /** The contracts that name a mailbox, as Email or as Incoming email. */
  public List<ContractView> using(MailboxId mailbox) {
    return using(Set.of(mailbox));
  }

  /** The contracts that name any of these mailboxes. */
  public List<ContractView> using(Set<MailboxId> mailboxes) {
    return views(store.using(mailboxes));
  }

  /** The mailboxes that any contract names. */
  @Allowed({OPERATOR, AUDITOR})
  public Set<MailboxId> mailboxesNamed() {
    return store.mailboxesNamed();
  }

  /** The contracts whose requests run a flow. */
  public List<ContractView> running(String flow) {
    return views(store.running(flow));
  }

  /** The clients' names, for a choice. */
  public List<String> clients() {
    return store.clients();
  }

  private ContractDraft checked(ContractDraft draft, LocalDate start, Optional<ContractId> self) {
    ContractDraft complete = draft.completed(start, store::client);
    List<Problem> problems = new ContractRules(around).problems(complete, self);
    if (!problems.isEmpty()) {
      throw new InvalidContract(problems);
    }
    return complete;
  }

  private Client client(ContractDraft wanted) {
    return store
        .client(wanted.client())
        .orElseGet(() -> store.register(new Client(wanted.client())));
  }

  private Contract present(ContractId id) {
    return store.find(id).orElseThrow(() -> new ContractNotFound(id.toString()));
  }

  private static List<ContractView> views(List<Contract> contracts) {
    return contracts.stream().map(Contract::view).toList();
  }

  /** Which mailboxes speak for a contract is an entry of its own, so that it is easily found. */
  private void note(String action, Contract contract, List<Change> changes) {
    String subject = "contract " + contract.view().number();
    var byKind = changes.stream().collect(partitioningBy(change -> LINKS.contains(change.field())));
    if (!byKind.get(false).isEmpty()) {
      audit.changed(action, subject, byKind.get(false));
    }
    if (!byKind.get(true).isEmpty()) {
      audit.changed("contract.linked", subject, byKind.get(true));
    }
  }
}
