package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.dkim.DkimTransfer;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.ConsentState;
import org.mailroom.mailbox.Consents;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;
import org.mailroom.vault.Secret;

/** Mailboxes, known by their names. */
@Dependent
class MailboxItems implements Items {
  @EJB Mailboxes mailboxes;
  @EJB Consents consents;
  @EJB DkimTransfer signingKeys;

  @Override
  public Kind kind() {
    return Kind.MAILBOX;
  }

  @Override
  public List<Item> read(MailboxNames names) {
    Map<MailboxId, String> selectors = signingKeys.selectors();
    return names
        .all()
        .sorted(Comparator.comparing(mailbox -> Kind.MAILBOX.identity(mailbox.name())))
        .map(mailbox -> item(mailbox, selectors.get(mailbox.id())))
        .toList();
  }

  /**
   * @param selector of the key that signs its mail; null for none
   */
  private static Item item(MailboxView mailbox, String selector) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", mailbox.name());
    values.put("type", mailbox.type().name());
    values.put("active", mailbox.active());
    values.put("provider", mailbox.provider());
    if (mailbox.mailSession() == null) {
      connection(mailbox, values);
    } else {
      values.put("mailSession", mailbox.mailSession());
    }
    switch (mailbox.type()) {
      case INPUT -> reading(mailbox, values);
      case OUTPUT -> sending(mailbox, values);
    }
    values.put("dkim.selector", selector);
    return Item.of(Kind.MAILBOX, values, mailbox.version());
  }

  private static void connection(MailboxView mailbox, Map<String, Object> values) {
    values.put("server", mailbox.server());
    values.put("port", mailbox.port());
    values.put("security", mailbox.security().name());
    values.put("verifyCertificate", mailbox.verifyCertificate());
    values.put("authentication", mailbox.authentication().name());
    values.put("user", mailbox.user());
    if (mailbox.oauth() != null) {
      oauth(mailbox.oauth(), values);
    }
  }

  private static void oauth(OAuthView oauth, Map<String, Object> values) {
    values.put("oauth.grant", oauth.grant() == null ? null : oauth.grant().name());
    values.put("oauth.issuer", oauth.issuer());
    values.put("oauth.clientId", oauth.clientId());
    values.put("oauth.scope", oauth.scope());
    values.put(
        "oauth.clientSecretExpires",
        oauth.clientSecretExpires() == null ? null : oauth.clientSecretExpires().toString());
  }

  private static void reading(MailboxView mailbox, Map<String, Object> values) {
    // its user by default
    values.put("sender", mailbox.address().equals(mailbox.user()) ? null : mailbox.address());
    values.put("protocol", mailbox.protocol().name());
    values.put("folder", mailbox.folder());
    values.put("readExisting", mailbox.readExisting());
    afterReading(mailbox.afterReading(), values);
  }

  private static void afterReading(AfterReading after, Map<String, Object> values) {
    values.put("afterReading.afterSuccess", after.afterSuccess().name());
    values.put("afterReading.successFolder", after.successFolder());
    values.put("afterReading.afterFailure", after.afterFailure().name());
    values.put("afterReading.failureFolder", after.failureFolder());
  }

  private static void sending(MailboxView mailbox, Map<String, Object> values) {
    values.put("sender", mailbox.sender());
    values.put("senderName", mailbox.senderName());
    values.put("replyTo", mailbox.replyTo());
    policy(mailbox.policy(), values);
  }

  private static void policy(SendingPolicy policy, Map<String, Object> values) {
    values.put("policy.messagesAMinute", policy.messagesAMinute());
    values.put("policy.connections", policy.connections());
    values.put("policy.afterLoss", policy.afterLoss().name());
    values.put("policy.giveUpAfterHours", policy.giveUpAfterHours());
    values.put("policy.answerSeconds", policy.answerSeconds());
  }

  @Override
  public void write(Stated stated, Writing writing) {
    Optional<MailboxView> present = writing.stored(stated.item().name());
    StatedSecrets secrets = new StatedSecrets(stated, writing);
    boolean consented = present.filter(this::isConsented).isPresent();
    MailboxDraft draft = new StatedMailbox(stated, present, secrets, consented).draft(writing);
    MailboxView written =
        present
            .map(stored -> mailboxes.change(stored.id(), draft, Optional.empty()))
            .orElseGet(() -> mailboxes.register(draft));
    sign(written.id(), stated, secrets, writing);
  }

  /** A key that a document does not hold is kept, like every secret. */
  private void sign(MailboxId mailbox, Stated stated, StatedSecrets secrets, Writing writing) {
    String selector = stated.item().text("dkim.selector");
    Optional<Secret> key = secrets.open("dkim.sealedKey");
    if (key.isPresent()) {
      signingKeys.take(mailbox, selector == null ? "" : selector, key.get());
    } else if (selector != null && !selector.equals(signingKeys.selectors().get(mailbox))) {
      writing.note(
          stated,
          "Its mail leaves without the signature of \"%s\": the document does not hold that key."
              .formatted(selector));
    }
  }

  private boolean isConsented(MailboxView mailbox) {
    return mailbox.oauth() != null && consents.stateOf(mailbox.id()).state() == ConsentState.GIVEN;
  }
}
