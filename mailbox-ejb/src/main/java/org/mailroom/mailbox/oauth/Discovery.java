package org.mailroom.mailbox.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.mailbox.http.Answer;
import org.mailroom.mailbox.http.GuardedHttp;

/** Finds the endpoints of an authorisation server by its metadata, and remembers them for long. */
final class Discovery {
  private static final String WELL_KNOWN = "/.well-known/";

  private final Cache<String, AuthorizationServerMetadata> known =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(Duration.ofHours(1)).build();
  private final GuardedHttp http;

  Discovery(GuardedHttp http) {
    this.http = http;
  }

  /**
   * The metadata of an issuer.
   *
   * @param issuer or the address of the metadata itself
   * @throws TokenTrouble if it cannot be had or is not that issuer's
   */
  AuthorizationServerMetadata of(String issuer) {
    AuthorizationServerMetadata metadata = known.getIfPresent(issuer);
    if (metadata == null) {
      metadata = ask(issuer);
      known.put(issuer, metadata);
    }
    return metadata;
  }

  private AuthorizationServerMetadata ask(String issuer) {
    for (URI place : places(issuer)) {
      Optional<AuthorizationServerMetadata> found = at(place);
      if (found.isPresent()) {
        return checked(found.get(), issuer);
      }
    }
    throw new TokenTrouble(
        Trouble.SETTINGS,
        "%s publishes no metadata of an authorisation server. Check the issuer.".formatted(issuer));
  }

  /** OpenID Connect appends the well-known path, RFC 8414 puts it before the issuer's own. */
  private static List<URI> places(String issuer) {
    if (issuer.contains(WELL_KNOWN)) {
      return List.of(URI.create(issuer));
    }
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    URI address = URI.create(base);
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return List.of(
        URI.create(base + WELL_KNOWN + "openid-configuration"),
        address.resolve(WELL_KNOWN + "oauth-authorization-server" + path));
  }

  private Optional<AuthorizationServerMetadata> at(URI place) {
    try {
      Answer answer = http.get(place);
      if (answer.status() >= 500) {
        throw new TokenTrouble(
            Trouble.SERVER, "%s answers with HTTP %d.".formatted(place, answer.status()));
      }
      return answer.isOk()
          ? Optional.of(AuthorizationServerMetadata.parse(answer.body()))
          : Optional.empty();
    } catch (ParseException noMetadata) {
      return Optional.empty();
    } catch (ForbiddenTarget forbidden) {
      throw new TokenTrouble(Trouble.SETTINGS, forbidden.getMessage(), forbidden);
    } catch (IOException e) {
      throw Unreachable.trouble(place, e);
    }
  }

  /** Whoever answers in another's name might be handed the other's codes (RFC 8414 3.3). */
  private static AuthorizationServerMetadata checked(
      AuthorizationServerMetadata metadata, String issuer) {
    String stated = metadata.getIssuer().getValue();
    if (!(issuer.contains(WELL_KNOWN) || Issuers.same(stated, issuer))) {
      throw new TokenTrouble(
          Trouble.SETTINGS,
          "%s says that it is the issuer %s. Enter that one, if it is right."
              .formatted(issuer, stated));
    }
    if (metadata.getTokenEndpointURI() == null || !isSafe(metadata)) {
      throw new TokenTrouble(
          Trouble.SETTINGS, "%s names no endpoints that are safe to use.".formatted(issuer));
    }
    return metadata;
  }

  private static boolean isSafe(AuthorizationServerMetadata metadata) {
    URI authorization = metadata.getAuthorizationEndpointURI();
    return Issuers.isSafe(metadata.getTokenEndpointURI())
        && (authorization == null || Issuers.isSafe(authorization));
  }
}
