package org.mailroom.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.mailroom.audit.RemoteAddress;

/** Tells the audit from which address a request came. */
@WebFilter("/*")
public class CallersAddress extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern ADDRESSES = Pattern.compile("[0-9A-Fa-f.:, ]{2,150}");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RemoteAddress here = RemoteAddress.of(of(request));
    try {
      chain.doFilter(request, response);
    } finally {
      here.close();
    }
  }

  static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), request.getHeader(FORWARDED));
  }

  /** Anybody may write that header, so what it says never stands alone. */
  static String of(String peer, String forwarded) {
    return forwarded != null && ADDRESSES.matcher(forwarded).matches()
        ? "%s (for %s)".formatted(peer, forwarded.strip())
        : peer;
  }
}
