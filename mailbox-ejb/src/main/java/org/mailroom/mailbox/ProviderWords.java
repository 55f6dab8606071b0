package org.mailroom.mailbox;

import java.util.Map;

/** What a provider means that sends a person back without a code (RFC 6749 4.1.2.1). */
final class ProviderWords {
  private static final int MAX = 300;
  private static final Map<String, String> PLAIN =
      Map.of(
          "access_denied",
          "The consent was declined at the provider, or its administrator does not allow it.",
          "invalid_scope",
          "The provider does not know the scope that was asked for. Check the scope.",
          "unauthorized_client",
          "The provider does not let this application ask for consent. Check its registration.",
          "invalid_request",
          "The provider does not accept the request. Check client ID and redirect URI.",
          "server_error",
          "The provider had a failure of its own. Try again later.",
          "temporarily_unavailable",
          "The provider is busy. Try again later.");

  private ProviderWords() {}

  static String of(ConsentAnswer answer) {
    if (answer.error() == null) {
      return "The provider sent you back without a consent.";
    }
    String plain = PLAIN.getOrDefault(answer.error(), "The provider refused the sign-in.");
    String said = answer.errorDescription() == null ? "" : ": " + answer.errorDescription();
    String words = "%s It says: %s%s".formatted(plain, answer.error(), said);
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MAX ? line : line.substring(0, MAX) + "…";
  }
}
