package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** Contracts with their clients, known by their numbers. */
@Dependent
class ContractItems implements Items {
  @EJB Contracts contracts;
  @EJB ReleasedSenders released;

  @Override
  public Kind kind() {
    return Kind.CONTRACT;
  }

  @Override
  public List<Item> read(MailboxNames mailboxes) {
    Map<ContractId, List<EmailAddress>> senders = released.all();
    return all().stream()
        .sorted(Comparator.comparing(ContractView::number))
        .map(it -> item(it, senders.getOrDefault(it.id(), List.of()), mailboxes))
        .toList();
  }

  private List<ContractView> all() {
    List<ContractView> all = new ArrayList<>();
    Page<ContractView> page;
    do {
      page = contracts.list(null, new Slice(all.size() / Slice.MAX_SIZE, Slice.MAX_SIZE));
      all.addAll(page.items());
    } while (page.items().size() == Slice.MAX_SIZE);
    return all;
  }

  private static Item item(
      ContractView contract, List<EmailAddress> senders, MailboxNames mailboxes) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", contract.number());
    values.put("client", contract.client());
    values.put("domains", contract.domains());
    values.put("startDate", contract.startDate().toString());
    values.put("endDate", contract.endDate() == null ? null : contract.endDate().toString());
    values.put("status", contract.status().name());
    values.put("outputMailbox", contract.outputMailbox().flatMap(mailboxes::nameOf).orElse(null));
    values.put("inputMailbox", contract.inputMailbox().flatMap(mailboxes::nameOf).orElse(null));
    values.put("flow", contract.flow().orElse(null));
    values.put("whenOutboxUnavailable", contract.whenOutboxUnavailable().name());
    values.put("senderPolicy", contract.senderPolicy().name());
    values.put("mailboxForAllNotices", contract.mailboxForAllNotices());
    values.put("maxFileKb", contract.files().maxFileKb());
    values.put("maxFilesKb", contract.files().maxFilesKb());
    values.put("allowedFiles", contract.files().allowedFiles());
    values.put("refusedFiles", contract.files().refusedFiles());
    values.put("whenFileRefused", contract.files().whenFileRefused().name());
    values.put("releasedSenders", senders.stream().map(EmailAddress::value).sorted().toList());
    return Item.of(Kind.CONTRACT, values, contract.version());
  }

  /** An Input mailbox that goes from one contract to another must be free in between. */
  @Override
  public void prepare(List<Stated> all, Writing writing) {
    refuseTwoWords(all, writing);
    Set<String> wanted =
        all.stream()
            .map(stated -> stated.item().text("inputMailbox"))
            .filter(Objects::nonNull)
            .map(Kind.MAILBOX::identity)
            .collect(Collectors.toSet());
    for (Stated stated : all) {
      contracts.withNumber(stated.item().name()).ifPresent(c -> free(c, stated, wanted, writing));
    }
  }

  private void free(ContractView contract, Stated stated, Set<String> wanted, Writing writing) {
    Optional<String> now =
        contract.inputMailbox().flatMap(writing.mailboxes()::nameOf).map(Kind.MAILBOX::identity);
    Optional<String> then =
        Optional.ofNullable(stated.item().text("inputMailbox")).map(Kind.MAILBOX::identity);
    if (now.filter(wanted::contains).isPresent() && !now.equals(then)) {
      contracts.change(contract.id(), withoutInput(contract), Optional.empty());
    }
  }

  private static ContractDraft withoutInput(ContractView contract) {
    return new ContractDraft(
        contract.number(),
        contract.client(),
        null,
        contract.startDate(),
        contract.endDate(),
        contract.status(),
        contract.outputMailbox().orElse(null),
        null,
        contract.flow().orElse(null),
        contract.whenOutboxUnavailable(),
        contract.senderPolicy(),
        contract.mailboxForAllNotices(),
        contract.files());
  }

  /** The domains are the client's: two contracts of one client cannot say different ones. */
  private static void refuseTwoWords(List<Stated> all, Writing writing) {
    Map<String, Stated> first = new HashMap<>();
    for (Stated stated : all) {
      Item item = stated.item();
      if (item.states("client") && item.states("domains")) {
        Stated earlier = first.putIfAbsent(item.text("client").strip(), stated);
        if (earlier != null
            && !Set.copyOf(earlier.item().texts("domains"))
                .equals(Set.copyOf(item.texts("domains")))) {
          writing.problem(
              stated.problem(
                  "DOMAINS_DIFFER",
                  "domains",
                  "The contract in line %d states other domains for the same client."
                      .formatted(earlier.line())));
        }
      }
    }
  }

  @Override
  public void write(Stated stated, Writing writing) {
    ContractDraft draft = draft(stated, writing);
    ContractView written =
        contracts
            .withNumber(stated.item().name())
            .map(present -> contracts.change(present.id(), draft, Optional.empty()))
            .orElseGet(() -> contracts.register(draft));
    if (stated.item().states("releasedSenders")) {
      released.state(written.id(), writing.addresses(stated, "releasedSenders"));
    }
  }

  private static ContractDraft draft(Stated stated, Writing writing) {
    Item item = stated.item();
    MailboxId output = writing.mailbox(stated, "outputMailbox").orElse(null);
    MailboxId input = writing.mailbox(stated, "inputMailbox").orElse(null);
    return new ContractDraft(
        item.name(),
        item.text("client"),
        item.states("domains") ? String.join(" ", item.texts("domains")) : null,
        item.date("startDate"),
        item.date("endDate"),
        item.choice("status", ContractStatus.class),
        output,
        input,
        item.text("flow"),
        item.choice("whenOutboxUnavailable", WhenOutboxUnavailable.class),
        item.choice("senderPolicy", SenderPolicy.class),
        item.flag("mailboxForAllNotices"),
        new FileLimits(
            item.number("maxFileKb"),
            item.number("maxFilesKb"),
            item.text("allowedFiles"),
            item.text("refusedFiles"),
            item.choice("whenFileRefused", WhenFileRefused.class)));
  }
}
