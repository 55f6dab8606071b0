package org.mailroom.transfer;

import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Stated;
import org.mailroom.vault.Secret;

/**
 * A mailbox as a document wants it, with the secrets there are: those of the document, else those
 * that are stored. One that lacks the secret it signs in with is paused, and says so.
 */
final class StatedMailbox {
  private final Stated stated;
  private final Item item;
  private final Optional<MailboxView> present;
  private final Optional<Secret> password;
  private final Optional<Secret> clientSecret;

  StatedMailbox(Stated stated, Optional<MailboxView> present, StatedSecrets secrets) {
    this.stated = stated;
    this.item = stated.item();
    this.present = present;
    this.password = secrets.open("sealedPassword");
    this.clientSecret = secrets.open("oauth.sealedClientSecret");
  }

  MailboxDraft draft(Writing writing) {
    boolean signsIn = hasItsSecret();
    if (!signsIn) {
      writing.note(stated, "Its secret is missing, so it is paused: enter it, then resume it.");
    }
    return new MailboxDraft(
        item.name(),
        item.choice("type", MailboxType.class),
        item.text("server"),
        item.number("port"),
        item.choice("security", Security.class),
        item.choice("authentication", Authentication.class),
        item.text("user"),
        password.orElse(null),
        way() == Authentication.PASSWORD && !signsIn,
        item.choice("protocol", Protocol.class),
        item.text("folder"),
        item.text("sender"),
        item.text("senderName"),
        item.text("replyTo"),
        item.flag("verifyCertificate"),
        signsIn ? item.flag("active") : Boolean.FALSE,
        item.flag("readExisting"),
        item.text("provider"),
        item.text("mailSession"),
        oauth());
  }

  private OAuthDraft oauth() {
    if (way() != Authentication.OAUTH2) {
      return null;
    }
    return new OAuthDraft(
        item.choice("oauth.grant", OAuthGrant.class),
        item.text("oauth.issuer"),
        item.text("oauth.clientId"),
        clientSecret.orElse(null),
        false,
        item.text("oauth.scope"),
        item.date("oauth.clientSecretExpires"));
  }

  private boolean hasItsSecret() {
    return switch (way()) {
      case NONE -> true;
      case PASSWORD -> password.isPresent() || present.filter(this::keepsPassword).isPresent();
      case OAUTH2 -> clientSecret.isPresent() || present.filter(this::keepsClient).isPresent();
    };
  }

  private boolean keepsPassword(MailboxView stored) {
    // a stored password never goes to another server or user
    return stored.hasPassword()
        && same(stored.server(), item.text("server"))
        && same(stored.user(), item.text("user"));
  }

  private boolean keepsClient(MailboxView stored) {
    OAuthView oauth = stored.oauth();
    return oauth != null
        && oauth.hasClientSecret()
        && same(oauth.issuer(), item.text("oauth.issuer"))
        && same(oauth.clientId(), item.text("oauth.clientId"));
  }

  private static boolean same(String stored, String wanted) {
    return stored != null && wanted != null && stored.equalsIgnoreCase(wanted.strip());
  }

  private Authentication way() {
    if (item.states("mailSession")) {
      return Authentication.NONE;
    }
    if (item.states("authentication")) {
      return item.choice("authentication", Authentication.class);
    }
    boolean output = MailboxType.OUTPUT.name().equals(item.text("type"));
    return output && !item.states("user") ? Authentication.NONE : Authentication.PASSWORD;
  }
}
