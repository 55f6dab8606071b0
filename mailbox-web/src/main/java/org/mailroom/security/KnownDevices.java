package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.environment.Environment;
import org.mailroom.lockout.Devices;

/** Keeps the pass of a known browser in a cookie. */
@ApplicationScoped
class KnownDevices {
  private static final String COOKIE = "mailroom-device";

  @Inject Devices devices;
  @Inject Environment environment;

  /** The name of the browser, if this log-in came in with it before. */
  Optional<String> of(HttpServletRequest request, String login) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> devices.named(cookie.getValue(), login).stream())
        .findFirst();
  }

  void remember(HttpServletRequest request, HttpServletResponse response, String login) {
    var cookie = new Cookie(COOKIE, devices.pass(login, of(request, login)));
    cookie.setHttpOnly(true);
    cookie.setSecure(SessionCookie.secure(environment));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) Devices.LIFE.toSeconds());
    cookie.setPath(request.getContextPath() + "/");
    response.addCookie(cookie);
  }
}
