package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.api.json.Fields;

class DocumentedCallsTest {
  @Test
  void every_resource_has_a_tag() {
    assertThat(resources()).isNotEmpty().allMatch(type -> type.isAnnotationPresent(Tag.class));
  }

  @Test
  void every_resource_is_called_one() {
    // the table of the roles finds them by their names
    assertThat(resources()).allMatch(type -> type.getSimpleName().endsWith("Resource"));
  }

  @Test
  void every_call_has_a_summary() {
    assertThat(calls())
        .isNotEmpty()
        .allMatch(call -> call.isAnnotationPresent(Operation.class))
        .noneMatch(call -> call.getAnnotation(Operation.class).summary().isEmpty());
  }

  @Test
  void every_json_body_is_described_in_the_openapi_file() throws IOException {
    String file = openApi();
    assertThat(bodies())
        .isNotEmpty()
        .allMatch(body -> body.isAnnotationPresent(RequestBody.class))
        .extracting(body -> body.getAnnotation(RequestBody.class).ref())
        .allMatch(name -> file.contains("\n    " + name + ":\n"));
  }

  private static Stream<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(RestApplication.class.getPackageName())
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect);
  }

  private static Stream<Method> calls() {
    return resources()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(DocumentedCallsTest::isCall);
  }

  private static boolean isCall(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(found -> found.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static Stream<Parameter> bodies() {
    return calls()
        .flatMap(call -> Arrays.stream(call.getParameters()))
        .filter(parameter -> parameter.getType() == Fields.class);
  }

  private static String openApi() throws IOException {
    try (var file = DocumentedCallsTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
