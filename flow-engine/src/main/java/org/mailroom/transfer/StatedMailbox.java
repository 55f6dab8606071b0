package org.mailroom.transfer;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.ServerAction;
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
  private final boolean consented;

  /**
   * @param consented whether a person has consented to what is stored
   */
  StatedMailbox(
      Stated stated, Optional<MailboxView> present, StatedSecrets secrets, boolean consented) {
    this.stated = stated;
    this.item = stated.item();
    this.present = present;
    this.password = secrets.open("sealedPassword");
    this.clientSecret = secrets.open("oauth.sealedClientSecret");
    this.consented = consented;
  }

  MailboxDraft draft(Writing writing) {
    boolean signsIn = hasItsSecret();
    if (!signsIn) {
      writing.note(
          stated,
          "It cannot sign in yet, so it is paused: enter its secret or sign in, then resume it.");
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
        oauth(),
        policy(),
        afterReading());
  }

  private AfterReading afterReading() {
    return new AfterReading(
        item.choice("afterReading.afterSuccess", ServerAction.class),
        item.text("afterReading.successFolder"),
        item.choice("afterReading.afterFailure", ServerAction.class),
        item.text("afterReading.failureFolder"));
  }

  private SendingPolicy policy() {
    return new SendingPolicy(
        item.number("policy.messagesAMinute"),
        item.number("policy.connections"),
        item.choice("policy.afterLoss", SendingPolicy.AfterLoss.class),
        item.number("policy.giveUpAfterHours"),
        item.number("policy.answerSeconds"));
  }

  private OAuthDraft oauth() {
    if (way() != Authentication.OAUTH2) {
      return null;
    }
    return new OAuthDraft(
        grant(),
        item.text("oauth.issuer"),
        item.text("oauth.clientId"),
        clientSecret.orElse(null),
        clientSecret.isEmpty() && storedClient().isEmpty(),
        item.text("oauth.scope"),
        item.date("oauth.clientSecretExpires"));
  }

  private boolean hasItsSecret() {
    return switch (way()) {
      case NONE -> true;
      case PASSWORD -> password.isPresent() || present.filter(this::keepsPassword).isPresent();
      case OAUTH2 -> isSignedIn();
    };
  }

  private boolean keepsPassword(MailboxView stored) {
    // a stored password never goes to another server or user
    return stored.hasPassword()
        && same(stored.server(), item.text("server"))
        && same(stored.user(), item.text("user"));
  }

  private boolean isSignedIn() {
    if (grant() == OAuthGrant.AUTHORIZATION_CODE) {
      // a consent is given in the browser, and does not move; one that is due pauses nothing
      return storedClient().isPresent() && (consented || present.get().active());
    }
    return clientSecret.isPresent()
        || storedClient().filter(OAuthView::hasClientSecret).isPresent();
  }

  /** What is stored, if its secret and its consent may serve on: they are of one client only. */
  private Optional<OAuthView> storedClient() {
    return present.map(MailboxView::oauth).filter(this::isSameClient);
  }

  private boolean isSameClient(OAuthView stored) {
    return stored.grant() == grant()
        && alike(stored.issuer(), "oauth.issuer")
        && alike(stored.clientId(), "oauth.clientId");
  }

  private boolean alike(String stored, String field) {
    String wanted = item.states(field) ? item.text(field).strip() : "";
    return wanted.equals(Objects.requireNonNullElse(stored, ""));
  }

  private OAuthGrant grant() {
    return item.choice("oauth.grant", OAuthGrant.class);
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
