package org.mailroom.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Permission;
import org.mailroom.access.Role;

/** Every public method of every service bean is marked, and the table says the same. */
class ServiceMethodsTest {
  private final Map<String, Set<Role>> table = ServiceMethods.table();

  @Test
  void every_service_method_names_its_roles() {
    assertThat(ServiceMethods.all())
        .isNotEmpty()
        .filteredOn(method -> !isMarked(method))
        .as("mark each of these methods, or its class, with @Allowed (docs/access.md)")
        .isEmpty();
  }

  @Test
  void every_service_method_has_its_row() {
    List<String> missing =
        ServiceMethods.all().stream()
            .filter(ServiceMethodsTest::isMarked)
            .filter(method -> !table.containsKey(ServiceMethods.key(method)))
            .map(ServiceMethodsTest::row)
            .sorted()
            .toList();

    assertThat(missing)
        .as("add these rows to %s, if that is who may", ServiceMethods.FILE)
        .isEmpty();
  }

  @Test
  void the_marks_are_those_of_the_table() {
    List<String> different =
        ServiceMethods.all().stream()
            .filter(method -> table.containsKey(ServiceMethods.key(method)))
            .filter(method -> !table.get(ServiceMethods.key(method)).equals(marked(method)))
            .map(ServiceMethodsTest::row)
            .toList();

    assertThat(different).as("the marks say otherwise than %s", ServiceMethods.FILE).isEmpty();
  }

  @Test
  void no_row_is_about_a_method_that_is_gone() {
    Set<String> present =
        ServiceMethods.all().stream().map(ServiceMethods::key).collect(Collectors.toSet());

    assertThat(table.keySet()).as("remove from %s", ServiceMethods.FILE).isSubsetOf(present);
  }

  private static boolean isMarked(Method method) {
    try {
      return marked(method) != null;
    } catch (IllegalArgumentException unmarked) {
      return false;
    }
  }

  private static Set<Role> marked(Method method) {
    return Set.copyOf(Permission.of(method));
  }

  private static String row(Method method) {
    return ServiceMethods.key(method) + " | " + Table.words(Permission.of(method));
  }
}
