package org.mailroom.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.access.Role;
import org.mailroom.people.LogIns;
import org.mailroom.people.Standing;
import org.mailroom.vault.Secret;

/**
 * Lets people in: the log-in page hands over their password once, and the session remembers them.
 * What they may is asked with each page, so that a change is felt in running sessions.
 */
@ApplicationScoped
class PersonLogIn {
  private static final String NEW_PASSWORD = "/account/password.xhtml";

  @EJB LogIns logIns;
  @Inject Origins origins;
  @Inject KnownDevices devices;
  @Inject OwnSession own;

  boolean isLoggedIn(HttpServletRequest request) {
    return present(request).isPresent();
  }

  AuthenticationStatus enter(HttpMessageContext context) throws AuthenticationException {
    Credential presented = context.getAuthParameters().getCredential();
    if (presented instanceof UsernamePasswordCredential password) {
      return logIn(password, context);
    }
    Optional<Standing> person = present(context.getRequest());
    if (person.isPresent()) {
      return goOn(person.get(), context);
    }
    return context.isProtected() ? toLogInPage(context) : context.doNothing();
  }

  private AuthenticationStatus goOn(Standing person, HttpMessageContext context) {
    var request = context.getRequest();
    boolean elsewhere =
        isPage(request.getServletPath()) && !request.getServletPath().equals(NEW_PASSWORD);
    return person.mustChangePassword() && elsewhere && context.isProtected()
        ? context.redirect(request.getContextPath() + NEW_PASSWORD)
        : context.notifyContainerAboutLogin(person.login(), words(person.roles()));
  }

  private static boolean isPage(String path) {
    return path.endsWith(".xhtml");
  }

  private Optional<Standing> present(HttpServletRequest request) {
    return LoggedIn.in(request)
        .flatMap(
            session ->
                logIns
                    .standing(session.login())
                    .filter(person -> person.era().equals(session.era())));
  }

  void leave(HttpServletRequest request) {
    LoggedIn.forget(request);
  }

  private AuthenticationStatus logIn(
      UsernamePasswordCredential presented, HttpMessageContext context) {
    String login = presented.getCaller() == null ? "" : presented.getCaller();
    var origin = origins.of(context.getRequest(), login);
    return logIns
        .enter(login, Secret.of(presented.getPasswordAsString()), origin)
        .fold(
            entered -> in(entered.who(), context),
            // the page says so itself
            () -> AuthenticationStatus.SEND_FAILURE,
            locked -> {
              own.locked(locked.until());
              return AuthenticationStatus.SEND_FAILURE;
            });
  }

  private AuthenticationStatus in(Standing person, HttpMessageContext context) {
    var request = context.getRequest();
    begin(person, request);
    devices.remember(request, context.getResponse(), person.login());
    return AskedPage.take(request)
        .map(page -> context.redirect(page.address()))
        .orElseGet(() -> context.notifyContainerAboutLogin(person.login(), words(person.roles())));
  }

  /** Begins the session of somebody who has shown who they are. */
  void begin(Standing person, HttpServletRequest request) {
    LoggedIn.as(person).remember(request);
  }

  /** The page they asked for before, or the first one. */
  String asked(HttpServletRequest request) {
    return AskedPage.take(request)
        .map(AskedPage::address)
        .orElse(request.getContextPath() + "/index.xhtml");
  }

  static Set<String> words(Set<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.toSet());
  }

  private static AuthenticationStatus toLogInPage(HttpMessageContext context)
      throws AuthenticationException {
    try {
      AskedPage.remember(context.getRequest());
      LogInPage.answer(context.getRequest(), context.getResponse());
    } catch (IOException gone) {
      throw (AuthenticationException) new AuthenticationException().initCause(gone);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
