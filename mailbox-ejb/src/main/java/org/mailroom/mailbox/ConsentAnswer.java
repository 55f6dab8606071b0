package org.mailroom.mailbox;

/**
 * What the provider sends a browser back with (RFC 6749 4.1.2); what was left out is null.
 *
 * @param issuer who answers, if it says so (RFC 9207)
 */
public record ConsentAnswer(
    String state, String code, String error, String errorDescription, String issuer) {
  @Override
  public String toString() {
    // the code is as good as a token
    return "ConsentAnswer[error=%s]".formatted(error);
  }
}
