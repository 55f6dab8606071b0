package org.mailroom.console.request;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mailroom.attachment.SafeDownload;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.request.RequestMails;
import org.mailroom.request.RequestNumber;

/** A mail of a request as it came, for the browser to save. */
@WebServlet("/request/original")
public class OriginalServlet extends RequestServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient RequestMails mails;
  @Inject transient ReceivedMails received;

  @Override
  void answer(RequestNumber number, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReceivedId id = mails.received(number, number(request, "occurrence"));
    byte[] raw = received.raw(id);
    SafeDownload.HEADERS.forEach(response::setHeader);
    response.setContentType("message/rfc822");
    response.setContentLength(raw.length);
    response.setHeader("Content-Disposition", SafeDownload.disposition("received-" + id + ".eml"));
    response.getOutputStream().write(raw);
  }
}
