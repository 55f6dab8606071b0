package org.mailroom.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import org.mailroom.environment.Environment;
import org.mailroom.failure.Failure;
import org.mailroom.oidc.Arrival;
import org.mailroom.oidc.Departure;
import org.mailroom.oidc.Handshake;
import org.mailroom.oidc.IdentityProvider;
import org.mailroom.oidc.OidcSettings;
import org.mailroom.oidc.ProviderTrouble;
import org.mailroom.people.ExternalLogIns;

/**
 * Lets people in by the operator's identity provider: sends the browser there, and hears it when it
 * is back. Its session keeps the handshake meanwhile.
 */
@ApplicationScoped
class ProviderLogIn {
  static final String START = "/oidc/login";

  private static final Logger LOG = System.getLogger(ProviderLogIn.class.getName());
  private static final String HANDSHAKE = Handshake.class.getName();
  private static final String ID_TOKEN = ProviderLogIn.class.getName() + ".idToken";
  private static final String LOG_IN = "/login.xhtml";

  @Inject IdentityProvider provider;
  @EJB ExternalLogIns logIns;
  @Inject PersonLogIn persons;
  @Inject Environment environment;

  /** Whether this call is part of such a log-in. */
  boolean takes(HttpServletRequest request) {
    String path = request.getServletPath();
    return provider.isConfigured()
        && "GET".equals(request.getMethod())
        && (path.equals(START) || path.equals(OidcSettings.CALLBACK));
  }

  AuthenticationStatus enter(HttpMessageContext context) {
    HttpServletRequest request = context.getRequest();
    try {
      return request.getServletPath().equals(START) ? depart(context) : arrive(context);
    } catch (ProviderTrouble trouble) {
      LOG.log(Level.WARNING, "log-in at the identity provider failed", trouble);
      return context.redirect(request.getContextPath() + LOG_IN + "?provider=failed");
    } catch (Failure unfit) {
      LOG.log(Level.WARNING, "the identity provider names somebody unfit: " + unfit.getMessage());
      return context.redirect(request.getContextPath() + LOG_IN + "?provider=refused");
    }
  }

  private AuthenticationStatus depart(HttpMessageContext context) {
    Departure departure = provider.depart();
    context.getRequest().getSession().setAttribute(HANDSHAKE, departure.handshake());
    return context.redirect(departure.provider().toString());
  }

  private AuthenticationStatus arrive(HttpMessageContext context) {
    HttpServletRequest request = context.getRequest();
    Handshake handshake =
        take(request)
            .orElseThrow(() -> new ProviderTrouble("this browser has begun no log-in.", null));
    URI answer =
        URI.create(
            request.getRequestURL()
                + "?"
                + Optional.ofNullable(request.getQueryString()).orElse(""));
    Arrival arrival = provider.arrive(answer, handshake);
    return logIns
        .enter(arrival.who())
        .fold(
            entered -> {
              persons.begin(entered.who(), request);
              request.getSession().setAttribute(ID_TOKEN, arrival.idToken());
              return context.redirect(persons.asked(request));
            },
            () -> context.redirect(request.getContextPath() + LOG_IN + "?provider=refused"),
            locked -> context.redirect(request.getContextPath() + LOG_IN + "?provider=refused"));
  }

  // once: an answer that is sent again finds none
  private static Optional<Handshake> take(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .flatMap(
            session -> {
              var handshake = Optional.ofNullable((Handshake) session.getAttribute(HANDSHAKE));
              session.removeAttribute(HANDSHAKE);
              return handshake;
            });
  }

  /** Where to log out at the provider too, if this session came by it. */
  Optional<URI> farewell(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(ID_TOKEN))
        .flatMap(token -> provider.farewell(token, URI.create(environment.publicUrl() + LOG_IN)));
  }
}
