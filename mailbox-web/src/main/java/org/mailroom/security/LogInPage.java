package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where people log in, and how they are sent there. */
final class LogInPage {
  private static final String PATH = "/login.xhtml";

  private LogInPage() {}

  /** Sends the caller to the log-in page, which comes back to {@code from} afterwards. */
  static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getHeader("Faces-Request") == null) {
      response.sendRedirect(address(request));
    } else {
      // a Faces script does not follow a redirect; it is told in its own words
      response.setContentType("text/xml");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().write(partialRedirect(request.getContextPath() + PATH));
    }
  }

  static String address(HttpServletRequest request) {
    String page = request.getContextPath() + PATH;
    // only what was merely looked at can be asked for again
    return "GET".equals(request.getMethod()) ? page + "?from=" + asked(request) : page;
  }

  private static String asked(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    return URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
  }

  private static String partialRedirect(String address) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <partial-response><redirect url="%s"></redirect></partial-response>
        """
        .formatted(address);
  }
}
