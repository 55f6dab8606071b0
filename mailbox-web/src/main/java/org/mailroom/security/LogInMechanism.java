package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mailroom.audit.RemoteAddress;

/**
 * The one door of the application: programs show a token or password with every call, people log in
 * once, here or at the operator's identity provider.
 *
 * <p>What needs a log-in at all is declared in {@code web.xml}.
 */
@ApplicationScoped
public class LogInMechanism implements HttpAuthenticationMechanism {
  @Inject ProgramLogIn programs;
  @Inject PersonLogIn persons;
  @Inject ProviderLogIn provider;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    // a refusal never reaches the filters that set them
    SecurityHeaders.set(request, response);
    RemoteAddress here = RemoteAddress.of(CallersAddress.of(request));
    try {
      return enter(request, context);
    } finally {
      here.close();
    }
  }

  private AuthenticationStatus enter(HttpServletRequest request, HttpMessageContext context)
      throws AuthenticationException {
    return switch (Area.of(request)) {
      case API -> programs.enter(context);
      case TOOLS -> persons.isLoggedIn(request) ? persons.enter(context) : programs.enter(context);
      case PAGES -> provider.takes(request) ? provider.enter(context) : persons.enter(context);
    };
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    persons.leave(request);
    context.cleanClientSubject();
  }
}
