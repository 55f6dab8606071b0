package org.mailroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackagesTest {
  /** Our packages, and those of others that ours know. */
  private static final Set<String> KNOWN =
      Production.CLASSES.stream()
          .flatMap(type -> Stream.concat(Stream.of(type), known(type)))
          .map(JavaClass::getPackageName)
          .collect(Collectors.toSet());

  private static Stream<JavaClass> known(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
  }

  static Stream<String> patterns() {
    return Arrays.stream(Packages.class.getDeclaredFields())
        .filter(field -> !field.isSynthetic())
        .flatMap(PackagesTest::patterns);
  }

  private static Stream<String> patterns(Field field) {
    try {
      return field.get(null) instanceof List<?> list
          ? list.stream().map(String.class::cast)
          : Stream.of((String) field.get(null)).filter(text -> text.contains(".."));
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void each_pattern_matches_a_package_that_is_there(String pattern) {
    assertThat(KNOWN).anyMatch(PackageMatcher.of(pattern)::matches);
  }

  @Test
  void a_mistyped_pattern_is_noticed() {
    assertThat(KNOWN).noneMatch(PackageMatcher.of("org.mailroom.mailboxes..")::matches);
  }

  @Test
  void each_component_belongs_to_one_module() {
    var modules =
        Stream.of(
                Packages.MAILBOX_EJB,
                Packages.CONTRACT_MODULE,
                Packages.FLOW_ENGINE,
                Packages.MAILBOX_WEB)
            .flatMap(List::stream)
            .toList();
    assertThat(Production.CLASSES)
        .allSatisfy(
            type ->
                assertThat(modules)
                    .filteredOn(of -> matches(of, type))
                    .as(type.getName())
                    .hasSize(1));
  }

  private static boolean matches(String pattern, JavaClass type) {
    return PackageMatcher.of(pattern).matches(type.getPackageName());
  }
}
