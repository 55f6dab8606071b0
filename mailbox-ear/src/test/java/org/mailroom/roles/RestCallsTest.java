package org.mailroom.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the REST calls is complete. */
class RestCallsTest {
  private final Set<String> table =
      RestCalls.table().stream().map(RestCalls.Row::key).collect(Collectors.toSet());

  @Test
  void every_call_has_its_row() {
    List<String> missing =
        RestCalls.all().filter(key -> !table.contains(key)).map(RestCallsTest::row).toList();

    assertThat(missing)
        .as(
            "add these rows to %s, with the roles that may and a body that is right",
            RestCalls.FILE)
        .isEmpty();
  }

  @Test
  void no_row_is_about_a_call_that_is_gone() {
    assertThat(table)
        .as("remove from %s", RestCalls.FILE)
        .isSubsetOf(RestCalls.all().collect(Collectors.toSet()));
  }

  private static String row(String key) {
    String path = key.replaceFirst("^\\w+ v1/", "").replaceAll("\\{\\w+}", "1");
    return key + " | - | " + path + " |";
  }
}
