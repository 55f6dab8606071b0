package org.mailroom.mailbox.oauth;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import java.util.List;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.model.OAuthClient;

/** What is asked for where a person has not stated it. */
final class Scopes {
  private static final String GOOGLE = "https://mail.google.com/";
  private static final String MICROSOFT = "https://outlook.office.com/";
  private static final String MICROSOFT_APPLICATION = "https://outlook.office365.com/.default";

  /** They tell who consented, and let us come back without that person. */
  private static final List<String> USUAL = List.of("openid", "email", "offline_access");

  private Scopes() {}

  static Scope of(OAuthClient client, AuthorizationServerMetadata server) {
    return client.scope() == null ? usual(client, server) : Scope.parse(client.scope());
  }

  private static Scope usual(OAuthClient client, AuthorizationServerMetadata server) {
    if (Issuers.isMicrosoft(client.issuer())) {
      return microsoft(client);
    }
    if (Issuers.isGoogle(client.issuer())) {
      return client.byConsent() ? new Scope(GOOGLE, "openid", "email") : new Scope(GOOGLE);
    }
    return client.byConsent() ? offered(server) : null;
  }

  private static Scope microsoft(OAuthClient client) {
    return client.grant() == OAuthGrant.CLIENT_CREDENTIALS
        ? new Scope(MICROSOFT_APPLICATION)
        : new Scope(MICROSOFT + right(client.protocol()), "openid", "email", "offline_access");
  }

  private static String right(Protocol protocol) {
    if (protocol == null) {
      return "SMTP.Send";
    }
    return protocol == Protocol.IMAP ? "IMAP.AccessAsUser.All" : "POP.AccessAsUser.All";
  }

  private static Scope offered(AuthorizationServerMetadata server) {
    Scope scope = new Scope();
    USUAL.stream()
        .filter(value -> server.getScopes() == null || server.getScopes().contains(value))
        .forEach(scope::add);
    return scope;
  }
}
