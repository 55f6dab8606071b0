package org.mailroom.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Of another component a class knows only what lies in its root package. */
final class KnowOnlyFacesOfOthers extends ArchCondition<JavaClass> {
  private static final String PREFIX = Packages.ROOT + ".";

  KnowOnlyFacesOfOthers() {
    super("know only the faces of other components");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getDirectDependenciesFromSelf().stream()
        .filter(KnowOnlyFacesOfOthers::reachesInside)
        .map(inside -> SimpleConditionEvent.violated(inside, inside.getDescription()))
        .forEach(events::add);
  }

  private static boolean reachesInside(Dependency dependency) {
    String from = dependency.getOriginClass().getPackageName();
    String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
    return to.startsWith(PREFIX)
        && !component(to).equals(component(from))
        && !to.equals(component(to));
  }

  // org.mailroom.outbox.jpa -> org.mailroom.outbox
  private static String component(String name) {
    int end = name.startsWith(PREFIX) ? name.indexOf('.', PREFIX.length()) : -1;
    return end < 0 ? name : name.substring(0, end);
  }
}
