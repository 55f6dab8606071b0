package org.mailroom.token;

import java.util.Set;
import org.mailroom.access.Role;

/**
 * Whom a token acts for.
 *
 * @param login as it is registered
 * @param roles those of the person that the token covers
 * @param readOnly whether it may only ask
 */
public record Bearer(String login, Set<Role> roles, boolean readOnly) {
  public Bearer {
    roles = Set.copyOf(roles);
  }
}
