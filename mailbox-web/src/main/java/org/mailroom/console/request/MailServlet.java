package org.mailroom.console.request;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mailroom.request.RequestMails;
import org.mailroom.request.RequestNumber;

/**
 * A mail as its sender formatted it, for a frame of the request's page. Whatever it holds: no
 * script runs, nothing is fetched but images if a person wants them, and it knows no log-in.
 */
@WebServlet("/request/mail")
public class MailServlet extends RequestServlet {
  private static final long serialVersionUID = 1L;
  private static final String POLICY =
      "default-src 'none'; img-src data:%s; style-src 'unsafe-inline'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  @Inject transient RequestMails mails;

  @Override
  void answer(RequestNumber number, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean remote = "true".equals(request.getParameter("remote"));
    String document = mails.document(number, number(request, "occurrence"), remote);
    response.setHeader("Content-Security-Policy", POLICY.formatted(remote ? " http: https:" : ""));
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(document);
  }
}
