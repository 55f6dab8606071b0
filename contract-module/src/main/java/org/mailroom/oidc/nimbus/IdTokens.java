package org.mailroom.oidc.nimbus;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.oidc.OidcSettings;
import org.mailroom.oidc.ProviderTrouble;
import org.mailroom.people.ExternalIdentity;

/** Checks ID tokens of one provider, and reads from them who somebody is. Thread-safe. */
final class IdTokens {
  private static final int MAX_KEYS = 256 * 1024;

  private final OidcSettings settings;
  private final IDTokenValidator validator;

  IdTokens(OIDCProviderMetadata metadata, OidcSettings settings, int limit)
      throws MalformedURLException {
    this.settings = settings;
    this.validator =
        new IDTokenValidator(
            metadata.getIssuer(),
            new ClientID(settings.client()),
            new JWSVerificationKeySelector<>(algorithms(metadata), keys(metadata, limit)),
            null);
  }

  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata, int limit)
      throws MalformedURLException {
    var retriever = new DefaultResourceRetriever(limit, limit, MAX_KEYS);
    return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever).build();
  }

  // only signatures by a key that the provider alone has; a shared secret or "none" never will do
  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
    List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    if (offered != null) {
      algorithms.retainAll(offered);
    }
    return algorithms;
  }

  ExternalIdentity identity(JWT token, Nonce nonce) {
    try {
      return identity(validator.validate(token, nonce));
    } catch (BadJOSEException | JOSEException e) {
      throw new ProviderTrouble("its ID token is not to be trusted.", e);
    }
  }

  private ExternalIdentity identity(IDTokenClaimsSet claims) {
    return new ExternalIdentity(
        claims.getIssuer().getValue(),
        claims.getSubject().getValue(),
        settings.claims().login().flatMap(name -> text(claims, name)),
        verifiedEmail(claims),
        text(claims, "name"),
        settings.claims().rolesOf(values(claims)));
  }

  // anybody can write an address that nobody has verified
  private static Optional<EmailAddress> verifiedEmail(IDTokenClaimsSet claims) {
    return Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))
        ? text(claims, "email").flatMap(EmailAddress::parse)
        : Optional.empty();
  }

  private static Optional<String> text(IDTokenClaimsSet claims, String name) {
    return Optional.ofNullable(claims.getClaim(name)).map(Object::toString);
  }

  private Collection<String> values(IDTokenClaimsSet claims) {
    Object claim = claims.getClaim(settings.claims().roles());
    if (claim instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return claim == null ? List.of() : List.of(claim.toString());
  }
}
