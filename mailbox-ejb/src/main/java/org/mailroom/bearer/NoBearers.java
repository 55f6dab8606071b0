package org.mailroom.bearer;

/** A server that takes no tokens; it is not to get one in place of a password. */
final class NoBearers {
  static final String WORDS =
      "The server offers no sign-in by OAuth2 (neither OAUTHBEARER nor XOAUTH2).";

  private NoBearers() {}
}
