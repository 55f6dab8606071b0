package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.environment.Environment;
import org.mailroom.vault.Vault;

/**
 * Knows browsers that a log-in came in with before, by a signed cookie. It opens nothing: it only
 * lets the owner try while strangers who guess are locked out.
 */
@ApplicationScoped
class KnownDevices {
  private static final String COOKIE = "mailroom-device";
  private static final String PURPOSE = "known-device";
  private static final Duration LIFE = Duration.ofDays(180);

  @Inject Vault vault;
  @Inject Clock clock;
  @Inject Environment environment;

  /** The name of the browser, if this log-in came in with it before. */
  Optional<String> of(HttpServletRequest request, String login) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> read(cookie.getValue(), login).stream())
        .findFirst();
  }

  // name.expiry.signature
  private Optional<String> read(String value, String login) {
    String[] parts = value.split("\\.", -1);
    return parts.length == 3 && isOurs(parts, login) && isFresh(parts[1])
        ? Optional.of(parts[0])
        : Optional.empty();
  }

  private boolean isOurs(String[] parts, String login) {
    return vault.signed(PURPOSE, signed(parts[0], parts[1], login), parts[2]);
  }

  private boolean isFresh(String expiry) {
    return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expiry)));
  }

  void remember(HttpServletRequest request, HttpServletResponse response, String login) {
    String name = of(request, login).orElseGet(() -> UUID.randomUUID().toString());
    String expiry = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String signature = vault.sign(PURPOSE, signed(name, expiry, login));
    var cookie = new Cookie(COOKIE, String.join(".", name, expiry, signature));
    cookie.setHttpOnly(true);
    cookie.setSecure(SessionCookie.secure(environment));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) LIFE.toSeconds());
    cookie.setPath(request.getContextPath() + "/");
    response.addCookie(cookie);
  }

  private static String signed(String name, String expiry, String login) {
    return String.join(" ", name, expiry, login.strip().toLowerCase(Locale.ROOT));
  }
}
