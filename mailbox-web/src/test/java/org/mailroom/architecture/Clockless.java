package org.mailroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Ways to ask what time it is past the clock. To measure how long something takes is none. */
final class Clockless {
  private static final Set<String> CLOCKS = Set.of("system", "systemUTC", "systemDefaultZone");

  static final DescribedPredicate<JavaMethodCall> CALL =
      describe(
          "ask for the time without a clock",
          call -> isNow(call) || isOwnClock(call) || isMillis(call));

  static final DescribedPredicate<JavaConstructorCall> NEW_DATE =
      describe(
          "make a Date of the present",
          call ->
              call.getTargetOwner().isEquivalentTo(Date.class)
                  && call.getTarget().getRawParameterTypes().isEmpty());

  private Clockless() {}

  private static boolean isNow(JavaMethodCall call) {
    return call.getTargetOwner().getPackageName().startsWith("java.time")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isOwnClock(JavaMethodCall call) {
    return isOf(call, Clock.class) && CLOCKS.contains(call.getName());
  }

  private static boolean isMillis(JavaMethodCall call) {
    return isOf(call, System.class) && call.getName().equals("currentTimeMillis");
  }

  private static boolean isOf(JavaAccess<?> call, Class<?> owner) {
    return call.getTargetOwner().isEquivalentTo(owner);
  }
}
