package org.mailroom.mailbox;

/** How the right to sign in is granted to us (RFC 6749). */
public enum OAuthGrant {
  /** A person consents once in the browser (RFC 6749 4.1, with PKCE). */
  AUTHORIZATION_CODE,
  /** The application signs in by itself (RFC 6749 4.4). */
  CLIENT_CREDENTIALS,
  /** A service account signs for the mailbox's user (RFC 7523), as Google has it. */
  SERVICE_ACCOUNT
}
