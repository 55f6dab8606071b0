package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where people log in, and how they are sent there. */
final class LogInPage {
  private static final String PATH = "/login.xhtml";
  private static final String PATH_OF_LOST_SESSION = PATH + "?expired=true";

  private LogInPage() {}

  static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getHeader("Faces-Request") != null) {
      answerScript(request, response);
    } else {
      // whoever sends a form was logged in when the form came
      boolean lost = !"GET".equals(request.getMethod());
      response.sendRedirect(request.getContextPath() + (lost ? PATH_OF_LOST_SESSION : PATH));
    }
  }

  // a Faces script does not follow a redirect; it must be told in its own words
  private static void answerScript(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <partial-response><redirect url="%s"></redirect></partial-response>
            """
                .formatted(request.getContextPath() + PATH_OF_LOST_SESSION));
  }
}
