package org.mailroom.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.ConsentRequest;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.mailbox.model.PendingConsent;
import org.mailroom.mailbox.model.PendingConsent.Starter;
import org.mailroom.mailbox.oauth.AuthorizationServers;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/** Leads a person to the provider, and takes what they come back with. */
@Dependent
class ConsentDialogue {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject MailboxStore store;
  @EJB MailboxAccess access;
  @Inject HeldTokens held;
  @Inject ClientSecrets clientSecrets;
  @Inject TokenSeals seals;
  @Inject AuthorizationServers servers;
  @Inject Vault vault;
  @EJB Audit audit;
  @Inject Event<ConsentGiven> given;
  @Inject Environment environment;
  @Inject Clock clock;

  URI redirectUri() {
    return URI.create(environment.publicUrl() + "/oauth/callback");
  }

  boolean isNeeded(Mailbox mailbox) {
    return clientSecrets.clientOf(mailbox).byConsent();
  }

  URI start(Mailbox mailbox, Optional<String> session) {
    OAuthClient client = clientSecrets.clientOf(mailbox);
    Starter starter =
        new Starter(random(), random(), audit.caller(), session.map(this::signed).orElse(null));
    URI address = servers.consentAddress(client, request(starter.state(), starter.nonce()));
    Instant now = clock.instant();
    held.begin(
        new PendingConsent(mailbox.id(), client.fingerprint(), starter, now.plus(PATIENCE)), now);
    return address;
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String signed(String session) {
    return vault.sign("consent-session", session);
  }

  private ConsentRequest request(String state, String nonce) {
    return new ConsentRequest(state, nonce, verifier(state), redirectUri());
  }

  /** Nobody but this installation can make it from the state, so it need not be kept (RFC 7636). */
  private Secret verifier(String state) {
    return Secret.of(
        vault.sign("consent-verifier-1", state)
            + vault.sign("consent-verifier-2", state)
            + vault.sign("consent-verifier-3", state));
  }

  MailboxId finish(ConsentAnswer answer, String session) {
    PendingConsent pending = pending(answer, session);
    Mailbox mailbox =
        store
            .find(pending.mailbox())
            .filter(Mailbox::signsInByOAuth2)
            .orElseThrow(ConsentDialogue::changed);
    OAuthClient client = clientSecrets.clientOf(mailbox);
    if (!pending.client().equals(client.fingerprint())) {
      throw changed();
    }
    if (answer.issuer() != null && !servers.isIssuer(client, answer.issuer())) {
      throw new ConsentRefused("The answer comes from another provider than the one asked.");
    }
    grant(mailbox, client, code(mailbox, client, answer), pending);
    return mailbox.id();
  }

  private PendingConsent pending(ConsentAnswer answer, String session) {
    return Optional.ofNullable(answer.state())
        .flatMap(held::use)
        .filter(it -> it.belongsTo(audit.caller(), signed(session), clock.instant()))
        .orElseThrow(
            () ->
                new ConsentRefused(
                    "This answer belongs to no sign-in that you have begun here in the last ten"
                        + " minutes, or it was used already. Begin again from the mailbox."));
  }

  private static ConsentRefused changed() {
    return new ConsentRefused(
        "The mailbox was changed after the sign-in began. Begin again from the mailbox.");
  }

  private String code(Mailbox mailbox, OAuthClient client, ConsentAnswer answer) {
    if (answer.code() != null && answer.error() == null) {
      return answer.code();
    }
    String words = ProviderWords.of(answer);
    note(mailbox, client, words);
    throw new ConsentRefused(words);
  }

  private void note(Mailbox mailbox, OAuthClient client, String words) {
    Instant now = clock.instant();
    // an earlier consent is still good, so what was there stays
    held.change(
        mailbox.id(),
        client.fingerprint(),
        token -> {
          if (token.sealedAccess().isEmpty()) {
            token.refused(words, token.isLost(), now);
          }
        });
  }

  private void grant(Mailbox mailbox, OAuthClient client, String code, PendingConsent pending) {
    Granted granted = exchanged(mailbox, client, code, pending);
    Instant now = clock.instant();
    String by = audit.caller();
    boolean kept =
        held.change(
            mailbox.id(),
            client.fingerprint(),
            token ->
                token.consented(seals.seal(mailbox.id(), granted), granted.account(), by, now));
    if (!kept) {
      throw changed();
    }
    access.consented(mailbox.id());
    audit.note(
        "mailbox.consent.given",
        "mailbox " + mailbox.id(),
        granted.account() == null ? "" : "account " + granted.account());
    given.fire(new ConsentGiven(mailbox.id()));
  }

  private Granted exchanged(
      Mailbox mailbox, OAuthClient client, String code, PendingConsent pending) {
    try {
      return servers.exchange(client, request(pending.state(), pending.nonce()), code);
    } catch (TokenTrouble none) {
      note(mailbox, client, none.getMessage());
      throw none;
    }
  }
}
