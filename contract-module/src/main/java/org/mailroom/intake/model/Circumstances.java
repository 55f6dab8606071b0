package org.mailroom.intake.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractView;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.RequestView;
import org.mailroom.rule.RuleView;

/**
 * A mail and all that bears on what it means.
 *
 * @param contract that its mailbox belongs to
 * @param ours the addresses that we send from and read
 * @param known whether its sender is a person or a group we know; only told where that decides
 * @param released whether a person let its sender in under the contract
 * @param answered the request that the mail answers, by its headers or its subject
 * @param rule the first rule of its mailbox that holds for it
 */
public record Circumstances(
    IncomingMail mail,
    Optional<ContractView> contract,
    LocalDate today,
    List<EmailAddress> ours,
    boolean known,
    boolean released,
    Optional<RequestView> answered,
    Optional<RuleView> rule) {

  boolean isFromUs() {
    return mail.from().stream().anyMatch(this::isOurs);
  }

  private boolean isOurs(EmailAddress address) {
    return ours.stream().anyMatch(address::sameAs);
  }

  /** Whether the sender takes part in the conversation: contact, copied before, or staff. */
  boolean mayWriteTo(RequestView request) {
    return known
        || isSender(request.contact().email().stream().toList())
        || isSender(request.copied());
  }

  private boolean isSender(List<EmailAddress> addresses) {
    return addresses.stream().anyMatch(address -> mail.from().stream().anyMatch(address::sameAs));
  }

  /** Those it went to who are neither we nor the sender. */
  public List<EmailAddress> copied() {
    return mail.recipients().stream()
        .filter(address -> !isOurs(address) && !isSender(List.of(address)))
        .toList();
  }
}
