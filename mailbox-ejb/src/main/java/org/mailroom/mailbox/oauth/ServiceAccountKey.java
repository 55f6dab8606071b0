package org.mailroom.mailbox.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** The key of a service account, as its provider hands it out: JSON with a PKCS #8 key in PEM. */
public final class ServiceAccountKey {
  // Google takes assertions of up to an hour
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final String account;
  private final String keyId;
  private final PrivateKey key;

  private ServiceAccountKey(String account, String keyId, PrivateKey key) {
    this.account = account;
    this.keyId = keyId;
    this.key = key;
  }

  /** Empty if it is no such key. */
  public static Optional<ServiceAccountKey> parse(String json) {
    try {
      Map<String, Object> file = JSONObjectUtils.parse(json);
      String account = JSONObjectUtils.getString(file, "client_email");
      String pem = JSONObjectUtils.getString(file, "private_key");
      return account == null || pem == null
          ? Optional.empty()
          : Optional.of(
              new ServiceAccountKey(
                  account, JSONObjectUtils.getString(file, "private_key_id"), key(pem)));
    } catch (ParseException | GeneralSecurityException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    byte[] encoded =
        Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** Asks for tokens in the name of a user (RFC 7523 2.1). */
  SignedJWT assertion(String user, Scope scope, URI tokenEndpoint, Instant now) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(account)
            .subject(user)
            .audience(tokenEndpoint.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    if (scope != null) {
      claims.claim("scope", scope.toString());
    }
    return signed(claims.build());
  }

  private SignedJWT signed(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).type(JOSEObjectType.JWT).build();
    SignedJWT assertion = new SignedJWT(header, claims);
    try {
      assertion.sign(new RSASSASigner(key));
      return assertion;
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign as " + account, e);
    }
  }
}
