package org.mailroom.oidc;

import java.io.Serializable;

/**
 * What a browser's session keeps while its person is at the provider, to know the answer by.
 *
 * @param state in the answer's address, so that no other site can send one
 * @param nonce in the ID token, so that none is used twice
 * @param verifier of PKCE (RFC 7636), so that the code is worth nothing to others
 */
public record Handshake(String state, String nonce, String verifier) implements Serializable {
  @Override
  public String toString() {
    return "•••";
  }
}
