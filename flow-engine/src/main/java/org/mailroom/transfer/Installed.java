package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.model.Differences;
import org.mailroom.transfer.model.Document;
import org.mailroom.transfer.model.Fingerprint;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;
import org.mailroom.transfer.seal.PassphraseSeal;
import org.mailroom.transfer.yaml.DocumentWriter;

/** The configuration of this system, read and written in the transaction that is running. */
@Dependent
class Installed {
  @EJB Mailboxes mailboxes;
  @Inject MailboxItems mailboxItems;
  @Inject DefaultOutboxItems defaultOutbox;
  @Inject GroupItems groups;
  @Inject TemplateItems templates;
  @Inject FlowItems flows;
  @Inject ContractItems contracts;
  @Inject MailRuleItems mailRules;
  @Inject StoredSecrets secrets;

  /** All kinds in the order of {@link Kind}: none needs what follows. */
  private List<Items> kinds() {
    return List.of(mailboxItems, defaultOutbox, groups, templates, flows, contracts, mailRules);
  }

  String export(Optional<PassphraseSeal> seal) {
    List<Item> items = read(MailboxNames.of(mailboxes));
    return DocumentWriter.write(
        seal.map(with -> secrets.sealed(items, with)).orElse(items),
        seal.map(PassphraseSeal::sealing));
  }

  private List<Item> read(MailboxNames names) {
    return kinds().stream().flatMap(kind -> kind.read(names).stream()).toList();
  }

  /**
   * Writes what a document states and compares.
   *
   * @param besides what is left out; what has changed is then not told
   */
  Attempt attempt(Document document, Optional<PassphraseSeal> seal, Set<Stated> besides) {
    MailboxNames stored = MailboxNames.of(mailboxes);
    Map<String, Item> before = byIdentity(read(stored));
    Writing writing = new Writing(document, seal, mailboxes, stored);
    for (Items kind : kinds()) {
      List<Stated> all = new ArrayList<>(document.of(kind.kind()));
      all.removeAll(besides);
      Optional<Stated> refused = write(kind, all, writing);
      if (refused.isPresent()) {
        return Attempt.incomplete(writing.problems(), refused);
      }
    }
    boolean whole = besides.isEmpty() && writing.problems().isEmpty();
    return whole
        ? compared(document, before, writing)
        : Attempt.incomplete(writing.problems(), Optional.empty());
  }

  /** The first one that is refused; the transaction then takes no more. */
  private static Optional<Stated> write(Items kind, List<Stated> all, Writing writing) {
    kind.prepare(all, writing);
    for (Stated stated : all) {
      try {
        kind.write(stated, writing);
      } catch (Failure failure) {
        writing.refused(stated, failure);
        return Optional.of(stated);
      }
    }
    return Optional.empty();
  }

  private Attempt compared(Document document, Map<String, Item> before, Writing writing) {
    Map<String, Item> after = byIdentity(read(writing.mailboxes()));
    List<Change> changes = new ArrayList<>();
    Fingerprint fingerprint = new Fingerprint();
    for (Stated stated : document.inOrder()) {
      String identity = identity(stated.item());
      Optional<Item> old = Optional.ofNullable(before.get(identity));
      Change change = Differences.between(old, after.get(identity), writing.notes(stated));
      changes.add(change);
      fingerprint.add(stated, old, change);
    }
    return new Attempt(changes, fingerprint.text(), List.of(), Optional.empty());
  }

  private static Map<String, Item> byIdentity(List<Item> items) {
    Map<String, Item> byIdentity = new HashMap<>();
    items.forEach(item -> byIdentity.put(identity(item), item));
    return byIdentity;
  }

  private static String identity(Item item) {
    // there is one default outbox, whatever it is
    return item.kind() == Kind.DEFAULT_OUTBOX ? "" : item.kind() + "/" + item.identity();
  }
}
