package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Lets programs in by HTTP Basic (RFC 7617), call by call; keeps nothing between calls. */
@ApplicationScoped
class ProgramLogIn {
  private static final String CHALLENGE = "Basic realm=\"Mailroom\", charset=\"UTF-8\"";
  private static final String PROBLEM =
      """
      {"type":"urn:mailroom:problem:not-logged-in","title":"Not logged in","status":401,\
      "detail":"Log-in or password is missing or wrong. Send them with HTTP Basic.","problems":[]}
      """;

  @Inject IdentityStoreHandler identities;

  AuthenticationStatus enter(HttpMessageContext context) throws AuthenticationException {
    var result = presented(context);
    if (result.getStatus() == CredentialValidationResult.Status.VALID) {
      return context.notifyContainerAboutLogin(result);
    }
    return context.isProtected() ? challenge(context.getResponse()) : context.doNothing();
  }

  private CredentialValidationResult presented(HttpMessageContext context) {
    return BasicHeader.credential(context.getRequest().getHeader("Authorization"))
        .map(identities::validate)
        .orElse(CredentialValidationResult.NOT_VALIDATED_RESULT);
  }

  private static AuthenticationStatus challenge(HttpServletResponse response)
      throws AuthenticationException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", CHALLENGE);
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw (AuthenticationException) new AuthenticationException().initCause(gone);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
