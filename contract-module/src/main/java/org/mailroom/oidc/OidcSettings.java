package org.mailroom.oidc;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.access.Role;
import org.mailroom.environment.Environment;
import org.mailroom.vault.Secret;

/**
 * What the operator has set of the identity provider (docs/operating.md).
 *
 * @param client the id of Mailroom at the provider
 * @param secret empty for a public client
 * @param callback where the provider sends people back to
 * @param claims what to read of the ID token
 */
public record OidcSettings(
    URI issuer,
    String client,
    Optional<Secret> secret,
    URI callback,
    List<String> scopes,
    Claims claims) {
  /** The path of {@link #callback}, from the root of the application. */
  public static final String CALLBACK = "/oidc/callback";

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Which claims count.
   *
   * @param login names the log-in of somebody registered; empty if no claim does
   * @param roles holds what the provider says somebody may
   * @param mapping from its values to our roles; empty if roles are those of the registered person
   */
  public record Claims(Optional<String> login, String roles, Map<String, Set<Role>> mapping) {
    /** Our roles for what the claim holds; empty if the provider has no say. */
    public Optional<Set<Role>> rolesOf(Collection<String> values) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      values.forEach(value -> roles.addAll(mapping.getOrDefault(value, Set.of())));
      return mapping.isEmpty() ? Optional.empty() : Optional.of(roles);
    }
  }

  /** Empty unless an issuer and a client are set. */
  public static Optional<OidcSettings> of(Environment environment) {
    Optional<String> client = environment.text("MAILROOM_OIDC_CLIENT_ID");
    return environment
        .text("MAILROOM_OIDC_ISSUER")
        .filter(issuer -> client.isPresent())
        .map(issuer -> of(URI.create(issuer), client.get(), environment));
  }

  private static OidcSettings of(URI issuer, String client, Environment environment) {
    return new OidcSettings(
        issuer,
        client,
        environment.text("MAILROOM_OIDC_CLIENT_SECRET").map(Secret::of),
        URI.create(environment.publicUrl() + CALLBACK),
        SPACES
            .splitAsStream(environment.text("MAILROOM_OIDC_SCOPES").orElse("openid profile email"))
            .toList(),
        new Claims(
            environment.text("MAILROOM_OIDC_LOGIN_CLAIM"),
            environment.text("MAILROOM_OIDC_ROLES_CLAIM").orElse("roles"),
            mapping(environment.text("MAILROOM_OIDC_ROLES").orElse(""))));
  }

  /**
   * Reads {@code value=role,value=role}.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  static Map<String, Set<Role>> mapping(String text) {
    Map<String, Set<Role>> mapping = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      if (!pair.isBlank()) {
        int at = pair.lastIndexOf('=');
        Set<Role> roles =
            mapping.computeIfAbsent(
                pair.substring(0, Math.max(0, at)).strip(), v -> EnumSet.noneOf(Role.class));
        roles.add(role(pair.substring(at + 1).strip()));
      }
    }
    return mapping;
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "MAILROOM_OIDC_ROLES names no role \"%s\"; there are %s."
                        .formatted(word, Stream.of(Role.values()).map(Role::word).toList())));
  }
}
