package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page that somebody asked for before the log-in; kept in the session until they are in. */
record AskedPage(String address) implements Serializable {
  private static final String ATTRIBUTE = AskedPage.class.getName();
  // a browser takes "//host" and "/\host" for another site
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\]).*");

  /** Remembers a page that was merely looked at; what was sent to it is not sent again. */
  static void remember(HttpServletRequest request) {
    of(request).ifPresent(page -> request.getSession().setAttribute(ATTRIBUTE, page));
  }

  /** The page to go to now, once. */
  static Optional<AskedPage> take(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(
            session -> {
              var page = Optional.ofNullable((AskedPage) session.getAttribute(ATTRIBUTE));
              session.removeAttribute(ATTRIBUTE);
              return page;
            });
  }

  static Optional<AskedPage> of(HttpServletRequest request) {
    String query = request.getQueryString();
    String address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return isPage(request) && LOCAL.matcher(address).matches()
        ? Optional.of(new AskedPage(address))
        : Optional.empty();
  }

  private static boolean isPage(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) && request.getServletPath().endsWith(".xhtml");
  }
}
