package org.mailroom.mailbox.oauth;

import java.net.URI;
import java.util.Set;

/** What an authorisation server may be called. */
public final class Issuers {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Set<String> MICROSOFT =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn");

  private Issuers() {}

  static boolean isMicrosoft(String issuer) {
    return MICROSOFT.contains(hostOf(issuer));
  }

  static boolean isGoogle(String issuer) {
    return "accounts.google.com".equals(hostOf(issuer));
  }

  /** Whether secrets may be sent there: HTTPS, or this very machine. */
  public static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || ("http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(host)));
  }

  /**
   * Whether an issuer is the one that was meant. Microsoft's answers with the number of a tenant
   * that was named, and with a place for it where any tenant may sign in.
   */
  static boolean same(String stated, String meant) {
    return stripped(stated).equals(stripped(meant))
        || (isMicrosoft(meant) && hostOf(stated).equals(hostOf(meant)));
  }

  private static String stripped(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }

  private static String hostOf(String issuer) {
    return String.valueOf(URI.create(issuer.replaceAll("[{}]", "")).getHost());
  }
}
