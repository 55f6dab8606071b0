package org.mailroom.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.mailroom.failure.Forbidden;

/** The caller lacks the role for what they asked for. */
public class AccessDenied extends Forbidden {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the method as people find it in the role table, such as {@code Flows.delete}
   * @param takes who may, besides the administrator
   */
  AccessDenied(String login, Collection<Role> has, String what, Collection<Role> takes) {
    super(
        "%s may not call %s: it takes the role %s, and %s has %s. Ask an administrator of Mailroom."
            .formatted(login, what, words(withAdministrator(takes)), login, words(has)));
  }

  private static EnumSet<Role> withAdministrator(Collection<Role> takes) {
    EnumSet<Role> all = EnumSet.of(Role.ADMINISTRATOR);
    all.addAll(takes);
    return all;
  }

  private static String words(Collection<Role> roles) {
    return roles.isEmpty()
        ? "none"
        : roles.stream().map(Role::word).collect(Collectors.joining(" or "));
  }
}
