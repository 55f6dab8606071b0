package org.mailroom.token;

import java.util.Set;
import org.mailroom.access.Role;

/**
 * A token as somebody wants it.
 *
 * @param name what it is for
 * @param roles some of the person's; empty for all that the person has when it is used
 * @param readOnly whether it may only ask, whatever the roles
 * @param days until it expires, at most {@value #MAX_DAYS}; null for {@value #USUAL_DAYS}
 */
public record TokenDraft(String name, Set<Role> roles, boolean readOnly, Integer days) {
  public static final int USUAL_DAYS = 90;
  public static final int MAX_DAYS = 730;

  public TokenDraft {
    name = name == null ? "" : name.strip();
    roles = Set.copyOf(roles);
    days = days == null ? USUAL_DAYS : days;
  }
}
