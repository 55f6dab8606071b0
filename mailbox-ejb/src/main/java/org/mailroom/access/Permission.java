package org.mailroom.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the marks. */
public final class Permission {
  private static final String ROOT = "org.mailroom.";

  private Permission() {}

  /**
   * Who may call a method of a service bean, besides the administrator.
   *
   * @throws IllegalArgumentException if neither it nor its class is marked
   */
  public static List<Role> of(Method method) {
    return Optional.ofNullable(method.getAnnotation(Allowed.class))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Allowed.class)))
        .map(mark -> List.of(mark.value()))
        .orElseThrow(() -> new IllegalArgumentException(name(method) + " lacks @Allowed"));
  }

  /**
   * The methods of a service bean by this name.
   *
   * @param name from the root package on, such as {@code mailbox.Mailboxes.register}
   * @throws IllegalArgumentException if there is none
   */
  public static List<Method> named(String name) {
    int dot = name.lastIndexOf('.');
    String wanted = name.substring(dot + 1);
    List<Method> methods =
        Arrays.stream(bean(name.substring(0, dot)).getMethods())
            .filter(method -> method.getName().equals(wanted))
            .filter(method -> !method.isBridge())
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("There is no service method " + name);
    }
    return methods;
  }

  private static Class<?> bean(String name) {
    try {
      return Class.forName(ROOT + name);
    } catch (ClassNotFoundException unknown) {
      throw new IllegalArgumentException("There is no service bean " + name, unknown);
    }
  }

  /** Whether somebody with these roles may call a method. */
  public static boolean allows(Set<Role> roles, Method method) {
    return roles.stream().anyMatch(to(of(method)));
  }

  /** Whether a role is enough for what takes these. */
  static Predicate<Role> to(List<Role> takes) {
    return role -> role == Role.ADMINISTRATOR || takes.contains(role);
  }

  static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
