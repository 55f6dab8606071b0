package org.mailroom.people;

import java.util.Set;
import org.mailroom.access.Role;

/**
 * How somebody stands who may be in.
 *
 * @param login as it is registered, whatever the case it was typed in
 * @param era changes with whatever ends the sessions of this person, such as a new password
 */
public record Standing(String login, Set<Role> roles, boolean mustChangePassword, String era) {
  public Standing {
    roles = Set.copyOf(roles);
  }
}
