package org.mailroom.contract;

import static java.util.stream.Collectors.toSet;
import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.contract.jpa.ReleasedSenderStore;
import org.mailroom.contract.model.Released;
import org.mailroom.mailbox.EmailAddress;

/**
 * The senders that were let in past a contract's sender policy, one by one.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class ReleasedSenders {
  @Inject ReleasedSenderStore store;
  @EJB Contracts contracts;
  @EJB Audit audit;
  @Inject Clock clock;

  /** By address. */
  public List<ReleasedSender> of(ContractId contract) {
    contracts.get(contract);
    return store.of(contract);
  }

  /** Those of all contracts that have any. */
  @Allowed
  public Map<ContractId, List<EmailAddress>> all() {
    return store.all();
  }

  /** Whether this sender was released for the contract, whatever the case. */
  @Allowed({OPERATOR, AUDITOR})
  public boolean isReleased(ContractId contract, EmailAddress sender) {
    return store.has(contract, sender);
  }

  /**
   * Lets a sender in; a second time changes nothing.
   *
   * @throws ContractNotFound if there is none
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public void release(ContractId contract, EmailAddress sender) {
    ContractView view = contracts.get(contract);
    if (!store.has(contract, sender)) {
      store.add(contract, new ReleasedSender(sender, clock.instant(), audit.caller()));
      audit.note("contract.sender_released", subject(view), sender.value());
    }
  }

  /** Leaves a sender to the contract's policy again; nothing happens if it was not released. */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public void withdraw(ContractId contract, EmailAddress sender) {
    ContractView view = contracts.get(contract);
    if (store.remove(contract, sender)) {
      audit.note("contract.sender_withdrawn", subject(view), sender.value());
    }
  }

  /**
   * Lets exactly these senders in; all others are withdrawn.
   *
   * @throws ContractNotFound if there is none
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public void state(ContractId contract, List<EmailAddress> senders) {
    Set<EmailAddress> before = of(contract).stream().map(ReleasedSender::address).collect(toSet());
    Set<EmailAddress> wanted = senders.stream().map(Released::kept).collect(toSet());
    before.stream().filter(it -> !wanted.contains(it)).forEach(it -> withdraw(contract, it));
    wanted.stream().filter(it -> !before.contains(it)).forEach(it -> release(contract, it));
  }

  private static String subject(ContractView contract) {
    return "contract " + contract.number();
  }
}
