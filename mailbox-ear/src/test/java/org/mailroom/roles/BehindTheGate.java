package org.mailroom.roles;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.function.Supplier;
import org.mailroom.access.Allowed;

/** Stops a probe that was let in, so that it does nothing; lets everything else pass. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class BehindTheGate {
  private static final ThreadLocal<Boolean> PROBING = ThreadLocal.withInitial(() -> false);

  static <T> T probing(Supplier<T> probe) {
    PROBING.set(true);
    try {
      return probe.get();
    } finally {
      PROBING.remove();
    }
  }

  @AroundInvoke
  Object stop(InvocationContext call) throws Exception {
    if (PROBING.get()) {
      throw new Reached();
    }
    return call.proceed();
  }
}
