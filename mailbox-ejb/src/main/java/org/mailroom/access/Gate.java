package org.mailroom.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a call into the service beans, or refuses it: once, at the first bean that it comes to. What
 * that bean asks of others is part of the call it was let in for.
 */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class Gate {
  // not by @EJB: the beans of a full server have no place for the references of an interceptor
  @Inject Caller caller;
  @Inject GivenThings given;

  @AroundInvoke
  Object pass(InvocationContext invocation) throws Exception {
    return Call.present().isPresent()
        ? invocation.proceed()
        : call(invocation.getMethod()).around(invocation::proceed);
  }

  private Call call(Method method) {
    Optional<String> login = caller.login();
    return login.isEmpty() ? Call.OWN : call(login.get(), method);
  }

  private Call call(String login, Method method) {
    Set<Role> has = caller.roles();
    List<Role> takes = Permission.of(method);
    EnumSet<Role> by = EnumSet.noneOf(Role.class);
    has.stream().filter(Permission.to(takes)).forEach(by::add);
    if (by.isEmpty()) {
      throw new AccessDenied(login, has, Permission.name(method), takes);
    }
    by.remove(Role.CONTRACT_MANAGER);
    return by.isEmpty() ? new Call(Reach.of(given.to(login))) : Call.OWN;
  }
}
