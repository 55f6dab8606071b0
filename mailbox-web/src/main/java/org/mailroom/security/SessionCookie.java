package org.mailroom.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.mailroom.environment.Environment;

/**
 * Keeps the session's cookie to HTTPS where people come by HTTPS, which {@code MAILROOM_PUBLIC_URL}
 * tells: behind a proxy the call itself does not. The other flags are in {@code web.xml}.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject Environment environment;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (secure(environment)) {
      event.getServletContext().getSessionCookieConfig().setSecure(true);
    }
  }

  static boolean secure(Environment environment) {
    return "https".equalsIgnoreCase(environment.publicUrl().getScheme());
  }
}
