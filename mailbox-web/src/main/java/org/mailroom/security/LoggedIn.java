package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.mailroom.people.Standing;

/**
 * What a session remembers of the person who logged in: who, and not what they may, which is asked
 * anew.
 *
 * @param era the session ends when the person's is another
 */
record LoggedIn(String login, String era) implements Serializable {
  private static final String ATTRIBUTE = LoggedIn.class.getName();

  static LoggedIn as(Standing person) {
    return new LoggedIn(person.login(), person.era());
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
