package org.mailroom.mailbox.model;

import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.oauth.ServiceAccountKey;
import org.mailroom.vault.Secret;

/**
 * Whether a mailbox has the client secret it needs, and whether the stored one may serve: it is
 * kept for the issuer and the client it was saved with, and told to nobody else.
 *
 * @param given the new one, null for none
 * @param remove whether the stored one is to be forgotten
 */
public record ClientSecretRule(Secret given, boolean remove) {
  private static final int MAX_LENGTH = 10_000;

  /** What a draft says; an empty one is none, as an untouched field sends it. */
  public static ClientSecretRule of(MailboxDraft draft) {
    if (draft.oauth() == null) {
      return new ClientSecretRule(null, false);
    }
    Secret secret = draft.oauth().clientSecret();
    boolean none = secret == null || secret.reveal().isEmpty();
    return new ClientSecretRule(none ? null : secret, draft.oauth().removeClientSecret());
  }

  /**
   * What is wrong with it. A paused mailbox may go without, so that it can be prepared by somebody
   * else.
   *
   * @param stored empty for a new mailbox
   */
  public Optional<Problem> problem(MailboxSettings wanted, Optional<Mailbox> stored) {
    return problem(wanted, stored, wanted.active());
  }

  /** For trying settings that are not saved, whether they are paused or not. */
  public Optional<Problem> problemOfTrying(MailboxSettings wanted, Optional<Mailbox> stored) {
    return problem(wanted, stored, true);
  }

  private Optional<Problem> problem(
      MailboxSettings wanted, Optional<Mailbox> stored, boolean used) {
    OAuth oauth = wanted.oauth();
    if (oauth == null || oauth.grant() == null) {
      return Optional.empty();
    }
    if (given != null) {
      return problemOfGiven(oauth.grant());
    }
    Optional<Mailbox> usable = stored.filter(box -> box.hasClientSecret() && !remove);
    if (usable.isEmpty()) {
      return used && oauth.isSecretNeeded() ? missing(oauth.grant()) : Optional.empty();
    }
    return oauth.sameClient(usable.get().settings().oauth()) ? Optional.empty() : again();
  }

  private Optional<Problem> problemOfGiven(OAuthGrant grant) {
    if (given.reveal().length() > MAX_LENGTH) {
      return problem("LENGTH", "At most %d characters.".formatted(MAX_LENGTH));
    }
    if (grant == OAuthGrant.SERVICE_ACCOUNT) {
      return ServiceAccountKey.parse(given.reveal()).isPresent()
          ? Optional.empty()
          : problem(
              "KEY",
              "This is no key of a service account: copy the whole content of the JSON file, from"
                  + " { to }.");
    }
    return MailboxRules.isBroken(given.reveal())
        ? problem("CHARACTERS", "No line breaks and no control characters.")
        : Optional.empty();
  }

  private static Optional<Problem> missing(OAuthGrant grant) {
    return problem(
        "MISSING",
        grant == OAuthGrant.SERVICE_ACCOUNT
            ? "Enter the key of the service account."
            : "Enter the client secret.");
  }

  private static Optional<Problem> again() {
    return problem(
        "AGAIN",
        "Enter the client secret again: the stored one is kept for the issuer and client it was"
            + " saved with.");
  }

  private static Optional<Problem> problem(String what, String message) {
    return Optional.of(new Problem("OAUTH_CLIENT_SECRET_" + what, "oauth.clientSecret", message));
  }
}
