package org.mailroom.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.environment.Environment;
import org.mailroom.oidc.nimbus.OidcClient;

/**
 * The operator's identity provider, if {@code MAILROOM_OIDC_ISSUER} names one: the authorisation
 * code flow of OpenID Connect with PKCE. Its addresses are the operator's own and may be private,
 * so they are not held to the allowed hosts of mailboxes; every call has time-outs.
 *
 * <p>Thread-safe; takes no transaction.
 */
@ApplicationScoped
public class IdentityProvider {
  @Inject Environment environment;
  @Inject Clock clock;

  private Optional<OidcClient> client = Optional.empty();

  @PostConstruct
  void configure() {
    client = OidcSettings.of(environment).map(settings -> new OidcClient(settings, clock));
  }

  public boolean isConfigured() {
    return client.isPresent();
  }

  /**
   * Begins a log-in.
   *
   * @throws ProviderTrouble if the provider does not answer or is not configured
   */
  public Departure depart() {
    return present().depart();
  }

  /**
   * Ends a log-in: the code is exchanged, and the ID token checked (signature, issuer, audience,
   * expiry, nonce).
   *
   * @param answer the whole address that the provider sent the browser to
   * @throws ProviderTrouble if it is not the answer to this handshake, or is not to be trusted
   */
  public Arrival arrive(URI answer, Handshake handshake) {
    return present().arrive(answer, handshake);
  }

  /** Where to send a browser to log out at the provider too; empty if it offers no such place. */
  public Optional<URI> farewell(String idToken, URI back) {
    return client.flatMap(present -> present.farewell(idToken, back));
  }

  private OidcClient present() {
    return client.orElseThrow(
        () -> new ProviderTrouble("none is configured (MAILROOM_OIDC_ISSUER).", null));
  }
}
