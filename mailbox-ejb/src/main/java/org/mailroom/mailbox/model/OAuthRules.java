package org.mailroom.mailbox.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.oauth.Issuers;
import org.mailroom.mailbox.socket.Targets;

/** The rules of docs/oauth.md that settings can be held to by themselves. */
final class OAuthRules {
  private static final int MAX_ISSUER = 500;
  private static final int MAX_CLIENT_ID = 255;
  private static final int MAX_SCOPE = 1000;
  // RFC 6749 3.3 and A.1
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E ]+");
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x20-\\x7E]+");
  private static final String NO_ISSUER =
      "The issuer is an https address, such as https://accounts.google.com, without ? and #.";

  private final OAuth oauth;
  private final List<Problem> problems = new ArrayList<>();

  private OAuthRules(OAuth oauth) {
    this.oauth = oauth;
  }

  /**
   * What is wrong with the settings, in the order of the form.
   *
   * @param oauth null if nothing was stated
   */
  static List<Problem> problems(OAuth oauth) {
    if (oauth == null) {
      return List.of(
          new Problem(
              "OAUTH_MISSING",
              "oauth.grant",
              "Say how the right to sign in by OAuth2 is granted, where, and to which client."));
    }
    OAuthRules rules = new OAuthRules(oauth);
    rules.grant();
    rules.issuer();
    rules.clientId();
    rules.scope();
    return List.copyOf(rules.problems);
  }

  /** Whether the authorisation server is one that nobody may be sent to. */
  static List<Problem> problemsOfTarget(OAuth oauth, Targets targets) {
    Optional<URI> issuer =
        Optional.ofNullable(oauth).map(OAuth::issuer).flatMap(OAuthRules::address);
    try {
      if (issuer.isPresent()) {
        targets.addressOf(issuer.get().getHost());
      }
      return List.of();
    } catch (ForbiddenTarget forbidden) {
      return List.of(new Problem("OAUTH_ISSUER_FORBIDDEN", "oauth.issuer", forbidden.getMessage()));
    } catch (UnknownHostException notNow) {
      return List.of();
    }
  }

  private void grant() {
    if (oauth.grant() == null) {
      problem("grant", "MISSING", "Choose how the right to sign in is granted.");
    }
  }

  private void issuer() {
    if (oauth.issuer() == null) {
      problem("issuer", "MISSING", "Name the authorization server.");
    } else if (oauth.issuer().length() > MAX_ISSUER) {
      problem("issuer", "LENGTH", "At most %d characters.".formatted(MAX_ISSUER));
    } else if (address(oauth.issuer()).isEmpty()) {
      problem("issuer", "SYNTAX", NO_ISSUER);
    }
  }

  private static Optional<URI> address(String issuer) {
    try {
      URI address = new URI(issuer);
      boolean plain =
          address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null;
      return plain && Issuers.isSafe(address) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private void clientId() {
    if (oauth.clientId() == null) {
      if (oauth.grant() != OAuthGrant.SERVICE_ACCOUNT) {
        problem("clientId", "MISSING", "Enter the client ID of the application at the provider.");
      }
    } else if (oauth.clientId().length() > MAX_CLIENT_ID) {
      problem("clientId", "LENGTH", "At most %d characters.".formatted(MAX_CLIENT_ID));
    } else if (!CLIENT_ID.matcher(oauth.clientId()).matches()) {
      problem("clientId", "CHARACTERS", "A client ID has ASCII characters only.");
    }
  }

  private void scope() {
    if (oauth.scope() == null) {
      return;
    }
    if (oauth.scope().length() > MAX_SCOPE) {
      problem("scope", "LENGTH", "At most %d characters.".formatted(MAX_SCOPE));
    } else if (!SCOPE.matcher(oauth.scope()).matches()) {
      problem("scope", "CHARACTERS", "A scope is words of ASCII characters with spaces between.");
    }
  }

  private void problem(String field, String what, String message) {
    String code = field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_" + what;
    problems.add(new Problem("OAUTH_" + code, "oauth." + field, message));
  }
}
