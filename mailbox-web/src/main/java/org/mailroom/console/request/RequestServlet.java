package org.mailroom.console.request;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Forbidden;
import org.mailroom.request.RequestNumber;

/** Something of a request that is no page. Its address names the request by {@code number}. */
abstract class RequestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(new RequestNumber(number(request, "number")), request, response);
    } catch (Forbidden refused) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (Failure missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  abstract void answer(
      RequestNumber number, HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** A number in the address; 0, which names nothing, if there is none. */
  static long number(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
