package org.mailroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final String NAME = "MAILROOM_ENVIRONMENT_TEST";

  @AfterEach
  void clear() {
    System.clearProperty(NAME);
  }

  @Test
  void a_system_property_stands_in_for_an_absent_variable() {
    System.setProperty(NAME, "from the command line");
    assertThat(new Environment().find(NAME)).hasValue("from the command line");
  }

  @Test
  void the_environment_wins_over_a_system_property() {
    System.setProperty("PATH", "from the command line");
    try {
      assertThat(new Environment().find("PATH")).hasValue(System.getenv("PATH"));
    } finally {
      System.clearProperty("PATH");
    }
  }

  @Test
  void what_nobody_set_is_absent() {
    assertThat(new Environment().find(NAME)).isEmpty();
  }
}
