package org.mailroom.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.people.Standing;

/** What the console asks about the session and the log-in of the request. */
@RequestScoped
public class OwnSession {
  @Inject HttpServletRequest request;
  @Inject ProviderLogIn provider;

  private Instant lockedUntil;

  /** Goes on although the person's other sessions end, as after a new password. */
  public void goOn(Standing person) {
    LoggedIn.as(person).remember(request);
  }

  /** Where to log out at the identity provider too, if the session came by it. */
  public Optional<URI> farewell() {
    return provider.farewell(request);
  }

  /** Until when the log-in that was just tried is not heard; empty if it was. */
  public Optional<Instant> lockedUntil() {
    return Optional.ofNullable(lockedUntil);
  }

  void locked(Instant until) {
    lockedUntil = until;
  }
}
