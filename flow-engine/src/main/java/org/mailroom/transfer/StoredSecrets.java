package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.dkim.DkimTransfer;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.seal.PassphraseSeal;
import org.mailroom.vault.Secret;

/** The secrets of the mailboxes here, on their way into a document. */
@Dependent
class StoredSecrets {
  @EJB Mailboxes mailboxes;
  @EJB MailboxAccess access;
  @EJB DkimTransfer signingKeys;

  /** The same items, the mailboxes with their sealed secrets. */
  List<Item> sealed(List<Item> items, PassphraseSeal seal) {
    MailboxNames names = MailboxNames.of(mailboxes);
    return items.stream()
        .map(item -> item.kind() == Kind.MAILBOX ? sealed(item, names, seal) : item)
        .toList();
  }

  private Item sealed(Item item, MailboxNames names, PassphraseSeal seal) {
    MailboxView mailbox = names.named(item.name()).orElseThrow();
    Map<String, Object> values = new HashMap<>(item.fields());
    put(values, "sealedPassword", password(mailbox), seal);
    put(values, "oauth.sealedClientSecret", clientSecret(mailbox), seal);
    if (item.states("dkim.selector")) {
      put(values, "dkim.sealedKey", signingKeys.key(mailbox.id()), seal);
    }
    return Item.of(Kind.MAILBOX, values, item.version());
  }

  private static void put(
      Map<String, Object> values, String field, Optional<Secret> secret, PassphraseSeal seal) {
    String context = StatedSecrets.context((String) values.get("name"), field);
    secret.ifPresent(clear -> values.put(field, seal.seal(clear, context)));
  }

  private Optional<Secret> password(MailboxView mailbox) {
    return mailbox.hasPassword()
        ? access.account(mailbox.id()).flatMap(Account::password)
        : Optional.empty();
  }

  private Optional<Secret> clientSecret(MailboxView mailbox) {
    return mailbox.oauth() != null && mailbox.oauth().hasClientSecret()
        ? access.clientSecret(mailbox.id())
        : Optional.empty();
  }
}
