package org.mailroom.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers what they may do with our answers. */
@WebFilter("/*")
public class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;

  // script-src comes from PrimeFaces with a nonce for each page; a default-src here would undo it.
  // PrimeFaces and bpmn-js place things by style attributes, and bpmn-js has its fonts as data.
  private static final String PAGE_POLICY =
      "base-uri 'self'; connect-src 'self'; font-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; img-src 'self' data:; object-src 'none';"
          + " style-src 'self' 'unsafe-inline'";
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    set(request, response);
    chain.doFilter(request, response);
  }

  static void set(HttpServletRequest request, HttpServletResponse response) {
    boolean forPerson = Area.of(request) == Area.PAGES;
    response.setHeader("Content-Security-Policy", forPerson ? PAGE_POLICY : API_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    if (!forPerson || isPage(request.getServletPath())) {
      // after the log-out nothing comes back with the Back button
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private static boolean isPage(String path) {
    return path.endsWith(".xhtml") && !path.startsWith(RESOURCES);
  }
}
