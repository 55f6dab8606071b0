package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a call shows a token rather than a password. */
public final class ShownToken {
  private static final String ATTRIBUTE = ShownToken.class.getName();

  private ShownToken() {}

  static void note(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  public static boolean in(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }
}
