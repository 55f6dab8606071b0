package org.mailroom.security;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * A problem document like those of the API, which such a call never reaches (RFC 9457).
 *
 * @param headers besides those of any answer
 */
record ProgramRefusal(int status, String title, String detail, Map<String, String> headers) {
  private static final int TOO_MANY_REQUESTS = 429;

  static ProgramRefusal unknown(String detail) {
    return new ProgramRefusal(
        HttpServletResponse.SC_UNAUTHORIZED,
        "Not logged in",
        detail,
        Map.of("WWW-Authenticate", "Basic realm=\"Mailroom\", charset=\"UTF-8\""));
  }

  static ProgramRefusal readOnly() {
    return new ProgramRefusal(
        HttpServletResponse.SC_FORBIDDEN,
        "Read only token",
        "This token may only ask (GET). Make one that may change things.",
        Map.of());
  }

  static ProgramRefusal locked(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ProgramRefusal(
        TOO_MANY_REQUESTS,
        "Too many failures",
        "There were too many failed log-ins. Try again in %d seconds.".formatted(seconds),
        Map.of("Retry-After", Long.toString(seconds)));
  }

  AuthenticationStatus send(HttpMessageContext context) throws AuthenticationException {
    HttpServletResponse response = context.getResponse();
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(document(context.getRequest().getRequestURI()));
    } catch (IOException gone) {
      throw (AuthenticationException) new AuthenticationException().initCause(gone);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private byte[] document(String path) {
    String type = "urn:mailroom:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Json.createObjectBuilder()
        .add("type", type)
        .add("title", title)
        .add("status", status)
        .add("detail", detail)
        .add("instance", path)
        .add("problems", JsonValue.EMPTY_JSON_ARRAY)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
