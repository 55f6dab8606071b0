package org.mailroom.roles;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.access.Role;
import org.mailroom.api.RestApplication;

/** The calls of REST, and what rest-calls.txt says of them. */
final class RestCalls {
  static final String FILE = "rest-calls.txt";

  /**
   * One row of the table.
   *
   * @param key method and path as the resource declares them
   * @param who may, besides the administrator
   * @param path what is called, with names in capitals for what the test has made
   * @param body what is sent; empty for an empty JSON object
   */
  record Row(String key, Set<Role> who, String path, String body) {
    String method() {
      return key.substring(0, key.indexOf(' '));
    }

    /** Whether it is about something that was given to one contract manager and not to another. */
    boolean isAboutSomethingGiven() {
      return (path + body).matches(".*\\b(MAILBOX|INBOX_ID|CONTRACT|REQUEST|MESSAGE)\\b.*");
    }

    @Override
    public String toString() {
      return key;
    }
  }

  private RestCalls() {}

  static List<Row> table() {
    return Table.rows(FILE).stream()
        .map(row -> new Row(row.get(0), Table.who(row.get(1)), row.get(2), row.get(3)))
        .toList();
  }

  /** Those that really are there. */
  static Stream<String> all() {
    return Archive.around(RestApplication.class, "Resource").stream()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(RestCalls::key))
        .distinct()
        .sorted();
  }

  private static Stream<String> key(Method call) {
    String base = call.getDeclaringClass().getAnnotation(Path.class).value();
    String path =
        Optional.ofNullable(call.getAnnotation(Path.class)).map(it -> "/" + it.value()).orElse("");
    return Arrays.stream(call.getAnnotations())
        .flatMap(it -> Stream.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)))
        .map(method -> method.value() + " " + base + path);
  }
}
