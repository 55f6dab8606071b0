package org.mailroom.contract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.contract.model.Client;
import org.mailroom.mailbox.MailboxId;

/**
 * A contract as a form or a call states it; nothing in it is checked yet, what was left out is
 * null.
 *
 * @param number what people call the contract; unique
 * @param client the client's name; a new name registers the client
 * @param domains the client's mail domains, separated by white space, commas or semicolons; null
 *     keeps those the client has
 * @param startDate null for today, or for the one it has
 * @param endDate the last day; null for open-ended
 * @param status null for ACTIVE
 * @param outputMailbox the field "Email"; null for the system's default outbox
 * @param inputMailbox the field "Incoming email"; null for none
 * @param flow key of the flow that its requests run; null for none
 * @param whenOutboxUnavailable null for WAIT
 * @param senderPolicy null for ANYONE
 * @param mailboxForAllNotices whether notices that are no flow elements use the contract's outbox
 *     too; null for false
 * @param files which it takes; null for the usual ones
 */
public record ContractDraft(
    String number,
    String client,
    String domains,
    LocalDate startDate,
    LocalDate endDate,
    ContractStatus status,
    MailboxId outputMailbox,
    MailboxId inputMailbox,
    String flow,
    WhenOutboxUnavailable whenOutboxUnavailable,
    SenderPolicy senderPolicy,
    Boolean mailboxForAllNotices,
    FileLimits files) {
  /** A contract that takes the usual files. */
  public ContractDraft(
      String number,
      String client,
      String domains,
      LocalDate startDate,
      LocalDate endDate,
      ContractStatus status,
      MailboxId outputMailbox,
      MailboxId inputMailbox,
      String flow,
      WhenOutboxUnavailable whenOutboxUnavailable,
      SenderPolicy senderPolicy,
      Boolean mailboxForAllNotices) {
    this(
        number,
        client,
        domains,
        startDate,
        endDate,
        status,
        outputMailbox,
        inputMailbox,
        flow,
        whenOutboxUnavailable,
        senderPolicy,
        mailboxForAllNotices,
        null);
  }

  /**
   * The same with what was left out filled in, and spelled the way we keep it.
   *
   * @param clients finds a client by name
   */
  ContractDraft completed(LocalDate start, Function<String, Optional<Client>> clients) {
    Optional<Client> known = clients.apply(line(client));
    return new ContractDraft(
        line(number),
        known.map(Client::name).orElseGet(() -> line(client)),
        domains == null ? known.map(Client::domains).orElse("") : spelled(domains),
        or(startDate, start),
        endDate,
        or(status, ContractStatus.ACTIVE),
        outputMailbox,
        inputMailbox,
        line(flow).isEmpty() ? null : line(flow),
        or(whenOutboxUnavailable, WhenOutboxUnavailable.WAIT),
        or(senderPolicy, SenderPolicy.ANYONE),
        or(mailboxForAllNotices, false),
        or(files, FileLimits.USUAL).completed());
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static String line(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }

  private static String spelled(String domains) {
    return Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[\\s,;]+", -1))
        .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
        .filter(domain -> !domain.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
