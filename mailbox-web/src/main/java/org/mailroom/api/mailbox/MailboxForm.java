package org.mailroom.api.mailbox;

import java.util.Optional;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.mailbox.Trial;
import org.mailroom.vault.Secret;

/**
 * A mailbox as a body states it.
 *
 * @param id with a trial: the mailbox that is tried, or whose stored password is used
 * @param version null if the body states none
 */
record MailboxForm(MailboxDraft draft, Long id, Long version) {
  static MailboxForm read(Fields in) {
    in.pass("checked", "contracts", "defaultOutbox", "hasPassword", "health");
    in.pass("lastError", "lastErrorAt", "lastSuccess", "limitedUntil", "limits", "status");
    return new MailboxForm(draft(in), in.number("id"), in.number("version"));
  }

  /** The mailbox with the id as it is saved, if the body states nothing else of it. */
  Trial trial() {
    return id != null && draft.server() == null && draft.mailSession() == null
        ? Trial.of(new MailboxId(id))
        : Trial.of(draft, Optional.ofNullable(id).map(MailboxId::new));
  }

  private static MailboxDraft draft(Fields in) {
    MailboxType type = in.choice("type", MailboxType.class);
    String address = in.text("address");
    String sender = in.text("sender");
    return new MailboxDraft(
        in.text("name"),
        type,
        in.text("server"),
        in.integer("port"),
        in.choice("security", Security.class),
        in.choice("authentication", Authentication.class),
        in.text("user"),
        secret(in, "password"),
        Boolean.TRUE.equals(in.flag("removePassword")),
        in.choice("protocol", Protocol.class),
        in.text("folder"),
        // what answers call the address of an Output mailbox is its sender
        sender == null && type == MailboxType.INPUT ? address : sender,
        in.text("senderName"),
        in.text("replyTo"),
        in.flag("verifyCertificate"),
        in.flag("active"),
        in.flag("readExisting"),
        in.text("provider"),
        in.text("mailSession"),
        in.object("oauth", MailboxForm::oauth),
        in.object("policy", MailboxForm::policy),
        in.object("afterReading", MailboxForm::afterReading));
  }

  private static AfterReading afterReading(Fields in) {
    return new AfterReading(
        in.choice("afterSuccess", ServerAction.class),
        in.text("successFolder"),
        in.choice("afterFailure", ServerAction.class),
        in.text("failureFolder"));
  }

  private static SendingPolicy policy(Fields in) {
    return new SendingPolicy(
        in.integer("messagesAMinute"),
        in.integer("connections"),
        in.choice("afterLoss", SendingPolicy.AfterLoss.class),
        in.integer("giveUpAfterHours"),
        in.integer("answerSeconds"));
  }

  private static OAuthDraft oauth(Fields in) {
    in.pass("hasClientSecret");
    return new OAuthDraft(
        in.choice("grant", OAuthGrant.class),
        in.text("issuer"),
        in.text("clientId"),
        secret(in, "clientSecret"),
        Boolean.TRUE.equals(in.flag("removeClientSecret")),
        in.text("scope"),
        in.date("clientSecretExpires"));
  }

  // empty means unchanged, as in the console; another property forgets
  private static Secret secret(Fields in, String name) {
    String secret = in.text(name);
    return secret == null || secret.isEmpty() ? null : Secret.of(secret);
  }
}
