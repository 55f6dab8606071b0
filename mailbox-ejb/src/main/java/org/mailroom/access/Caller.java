package org.mailroom.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, as the container knows it, by whatever way they logged in. Needs no transaction
 * and no role; on a thread of Mailroom's own it may still tell whoever caused the work (see {@link
 * OwnWork}).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
// the words of Role, as an annotation cannot ask for them
@DeclareRoles({"administrator", "contract-manager", "operator", "auditor"})
public class Caller {
  // the word of Payara and GlassFish, and in another case of WildFly
  private static final String NOBODY = "ANONYMOUS";

  @Resource SessionContext session;

  /** Empty where nobody has logged in. */
  public Optional<String> login() {
    return Optional.of(session.getCallerPrincipal().getName())
        .filter(name -> !NOBODY.equalsIgnoreCase(name));
  }

  /** Those of our roles that the caller has. */
  public Set<Role> roles() {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> session.isCallerInRole(role.word()))
        .forEach(roles::add);
    return roles;
  }
}
