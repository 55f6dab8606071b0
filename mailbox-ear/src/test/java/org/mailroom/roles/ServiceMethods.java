package org.mailroom.roles;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.access.Caller;
import org.mailroom.access.Role;

/** The public methods of the service beans, and what service-methods.txt says of them. */
final class ServiceMethods {
  static final String FILE = "service-methods.txt";

  private ServiceMethods() {}

  /** Who may call each method, besides the administrator. */
  static Map<String, Set<Role>> table() {
    return Table.rows(FILE).stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> Table.who(row.get(1))));
  }

  /** Those that really are there. */
  static List<Method> all() {
    return Archive.MODULES.stream()
        .flatMap(module -> Archive.around(module).stream())
        .filter(ServiceMethods::isServiceBean)
        .flatMap(ServiceMethods::of)
        .toList();
  }

  static boolean isServiceBean(Class<?> type) {
    // the one that the gate itself asks has none before it
    return type != Caller.class
        && Stream.of(Stateless.class, Singleton.class, Stateful.class)
            .anyMatch(type::isAnnotationPresent);
  }

  static Stream<Method> of(Class<?> bean) {
    return Arrays.stream(bean.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()));
  }

  static String key(Method method) {
    return "%s.%s(%s)"
        .formatted(
            method.getDeclaringClass().getSimpleName(),
            method.getName(),
            Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }
}
