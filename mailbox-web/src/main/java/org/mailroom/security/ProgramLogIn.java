package org.mailroom.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
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
  private static final String DETAIL =
      "Log-in or password is missing or wrong. Send them with HTTP Basic.";

  @Inject IdentityStoreHandler identities;

  AuthenticationStatus enter(HttpMessageContext context) throws AuthenticationException {
    var result = presented(context);
    if (result.getStatus() == CredentialValidationResult.Status.VALID) {
      return context.notifyContainerAboutLogin(result);
    }
    return context.isProtected() ? challenge(context) : context.doNothing();
  }

  private CredentialValidationResult presented(HttpMessageContext context) {
    return BasicHeader.credential(context.getRequest().getHeader("Authorization"))
        .map(identities::validate)
        .orElse(CredentialValidationResult.NOT_VALIDATED_RESULT);
  }

  private static AuthenticationStatus challenge(HttpMessageContext context)
      throws AuthenticationException {
    HttpServletResponse response = context.getResponse();
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", CHALLENGE);
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(problem(context.getRequest().getRequestURI()));
    } catch (IOException gone) {
      throw (AuthenticationException) new AuthenticationException().initCause(gone);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  // like those of the API, which such a call never reaches (RFC 9457)
  private static byte[] problem(String path) {
    return Json.createObjectBuilder()
        .add("type", "urn:mailroom:problem:not-logged-in")
        .add("title", "Not logged in")
        .add("status", HttpServletResponse.SC_UNAUTHORIZED)
        .add("detail", DETAIL)
        .add("instance", path)
        .add("problems", JsonValue.EMPTY_JSON_ARRAY)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
