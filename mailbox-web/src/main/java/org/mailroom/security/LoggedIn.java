package org.mailroom.security;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/** What a session remembers of the person who logged in. */
record LoggedIn(String name, Set<String> roles) implements Serializable {
  private static final String ATTRIBUTE = LoggedIn.class.getName();

  LoggedIn {
    roles = Set.copyOf(roles);
  }

  static LoggedIn of(CredentialValidationResult result) {
    return new LoggedIn(result.getCallerPrincipal().getName(), result.getCallerGroups());
  }

  static Optional<LoggedIn> in(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (LoggedIn) session.getAttribute(ATTRIBUTE));
  }

  /** Under a new session id, so that one known from before the log-in is worth nothing. */
  void remember(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
    request.changeSessionId();
  }

  static void forget(HttpServletRequest request) {
    Optional.ofNullable(request.getSession(false))
        .ifPresent(session -> session.removeAttribute(ATTRIBUTE));
  }
}
