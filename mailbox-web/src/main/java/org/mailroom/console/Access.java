package org.mailroom.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mailroom.access.Caller;
import org.mailroom.access.Permission;
import org.mailroom.access.Role;

/**
 * What the person may do, so that a page offers nothing else: {@code
 * #{access.may('mailbox.Mailboxes.register')}}. It asks the marks at the service beans, which
 * refuse the call anyway.
 */
@Named
@RequestScoped
public class Access {
  @EJB Caller caller;

  private final Map<String, Boolean> known = new HashMap<>();
  private Set<Role> roles;

  /**
   * @param method of a service bean, from the root package on; one of several by that name is
   *     enough
   */
  public boolean may(String method) {
    return known.computeIfAbsent(
        method,
        name -> Permission.named(name).stream().anyMatch(it -> Permission.allows(roles(), it)));
  }

  private Set<Role> roles() {
    if (roles == null) {
      roles = caller.roles();
    }
    return roles;
  }
}
