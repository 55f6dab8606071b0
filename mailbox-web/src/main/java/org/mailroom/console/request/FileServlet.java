package org.mailroom.console.request;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.mailroom.attachment.SafeDownload;
import org.mailroom.request.AttachmentContent;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.ServiceRequests;

/** A file of a request, for the browser to save. */
@WebServlet("/request/file")
public class FileServlet extends RequestServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ServiceRequests requests;

  @Override
  void answer(RequestNumber number, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AttachmentContent file = requests.attachment(number, number(request, "id"));
    AttachmentView about = file.attachment();
    String tag = '"' + about.sha256() + '"';
    SafeDownload.HEADERS.forEach(response::setHeader);
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(SafeDownload.MEDIA_TYPE);
    response.setContentLengthLong(about.size());
    response.setHeader("Content-Disposition", SafeDownload.disposition(about.name()));
    try (InputStream content = file.content().get()) {
      content.transferTo(response.getOutputStream());
    }
  }
}
