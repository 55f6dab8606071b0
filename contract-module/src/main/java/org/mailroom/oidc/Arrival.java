package org.mailroom.oidc;

import org.mailroom.people.ExternalIdentity;

/**
 * Who came back from the provider.
 *
 * @param idToken to name the session at the provider when the person logs out
 */
public record Arrival(ExternalIdentity who, String idToken) {
  @Override
  public String toString() {
    return who.toString();
  }
}
