package org.mailroom.contract.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

/** Judges a complete draft whole (docs/contracts.md). */
public final class ContractRules {
  private static final int MAX_NUMBER = 60;
  private static final int MAX_CLIENT = 200;
  private static final int MAX_DOMAINS = 2000;
  private static final Pattern DOMAIN =
      Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  private final Surroundings around;

  public ContractRules(Surroundings around) {
    this.around = around;
  }

  /**
   * Every broken rule.
   *
   * @param self the contract that changes; empty for a new one
   */
  public List<Problem> problems(ContractDraft stated, Optional<ContractId> self) {
    Stream<Problem> itself =
        Stream.of(
                number(stated.number(), self),
                client(stated.client()),
                domains(stated.domains()),
                dates(stated),
                output(stated.outputMailbox()),
                input(stated.inputMailbox(), self),
                flow(stated.flow()))
            .flatMap(Optional::stream);
    return Stream.concat(itself, FileLimitRules.problems(stated.files())).toList();
  }

  private Optional<Problem> number(String number, Optional<ContractId> self) {
    if (number.isEmpty()) {
      return problem("NUMBER_REQUIRED", "number", "Give the contract a number.");
    }
    if (number.length() > MAX_NUMBER) {
      return problem(
          "NUMBER_LENGTH", "number", "A number has at most %d characters.".formatted(MAX_NUMBER));
    }
    if (isOther(around.numbered(number), self)) {
      return problem(
          "NUMBER_TAKEN", "number", "Another contract has the number %s.".formatted(number));
    }
    return Optional.empty();
  }

  private static Optional<Problem> client(String client) {
    if (client.isEmpty()) {
      return problem("CLIENT_REQUIRED", "client", "Name the client.");
    }
    if (client.length() > MAX_CLIENT) {
      return problem(
          "CLIENT_LENGTH",
          "client",
          "A client's name has at most %d characters.".formatted(MAX_CLIENT));
    }
    return Optional.empty();
  }

  private static Optional<Problem> domains(String domains) {
    if (domains.length() > MAX_DOMAINS) {
      return problem("DOMAINS_LENGTH", "domains", "These are too many domains for one client.");
    }
    return Stream.of(domains.split(" ", -1))
        .filter(domain -> !domain.isEmpty() && !DOMAIN.matcher(domain).matches())
        .findFirst()
        .flatMap(
            domain ->
                problem(
                    "DOMAIN_FORM",
                    "domains",
                    "%s is not a mail domain such as example.org.".formatted(domain)));
  }

  private static Optional<Problem> dates(ContractDraft stated) {
    if (stated.endDate() == null || !stated.endDate().isBefore(stated.startDate())) {
      return Optional.empty();
    }
    return problem(
        "DATES_ORDER",
        "endDate",
        "The contract ends on %s, before it starts on %s."
            .formatted(stated.endDate(), stated.startDate()));
  }

  private Optional<Problem> output(MailboxId mailbox) {
    return kind(mailbox, MailboxType.OUTPUT, "outputMailbox");
  }

  private Optional<Problem> input(MailboxId mailbox, Optional<ContractId> self) {
    Optional<Problem> wrongKind = kind(mailbox, MailboxType.INPUT, "inputMailbox");
    if (wrongKind.isPresent() || mailbox == null || !isOther(around.readingFrom(mailbox), self)) {
      return wrongKind;
    }
    // a mail in a mailbox of two contracts would have no owner
    return problem(
        "MAILBOX_TAKEN",
        "inputMailbox",
        "Mailbox %s already receives the mail of another contract.".formatted(mailbox));
  }

  private Optional<Problem> kind(MailboxId mailbox, MailboxType wanted, String field) {
    if (mailbox == null) {
      return Optional.empty();
    }
    Optional<MailboxType> type = around.typeOf(mailbox);
    if (type.isEmpty()) {
      return problem("MAILBOX_UNKNOWN", field, "There is no mailbox %s.".formatted(mailbox));
    }
    return type.filter(wanted::equals).isPresent()
        ? Optional.empty()
        : problem(
            "MAILBOX_TYPE",
            field,
            "Mailbox %s is of type %s; %s is needed here.".formatted(mailbox, type.get(), wanted));
  }

  private Optional<Problem> flow(String flow) {
    return flow == null || around.knowsFlow(flow)
        ? Optional.empty()
        : problem("FLOW_UNKNOWN", "flow", "There is no published flow %s.".formatted(flow));
  }

  private static boolean isOther(Optional<ContractId> found, Optional<ContractId> self) {
    return found.isPresent() && !found.equals(self);
  }

  private static Optional<Problem> problem(String code, String field, String message) {
    return Optional.of(new Problem(code, field, message));
  }
}
