package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets people in: the log-in page hands over their password once, and the session remembers them.
 */
@ApplicationScoped
class PersonLogIn {
  @Inject IdentityStoreHandler identities;

  boolean isLoggedIn(HttpServletRequest request) {
    return LoggedIn.in(request).isPresent();
  }

  AuthenticationStatus enter(HttpMessageContext context) throws AuthenticationException {
    Credential presented = context.getAuthParameters().getCredential();
    if (presented != null) {
      return logIn(presented, context);
    }
    Optional<LoggedIn> person = LoggedIn.in(context.getRequest());
    if (person.isPresent()) {
      return context.notifyContainerAboutLogin(person.get().name(), person.get().roles());
    }
    return context.isProtected() ? toLogInPage(context) : context.doNothing();
  }

  void leave(HttpServletRequest request) {
    LoggedIn.forget(request);
  }

  private AuthenticationStatus logIn(Credential presented, HttpMessageContext context) {
    var result = identities.validate(presented);
    if (result.getStatus() != CredentialValidationResult.Status.VALID) {
      // the page says so itself
      return AuthenticationStatus.SEND_FAILURE;
    }
    var request = context.getRequest();
    LoggedIn.of(result).remember(request);
    return AskedPage.take(request)
        .map(page -> context.redirect(page.address()))
        .orElseGet(() -> context.notifyContainerAboutLogin(result));
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
