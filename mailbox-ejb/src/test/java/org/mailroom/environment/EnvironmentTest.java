package org.mailroom.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir Path directory;

  @Test
  void nothing_set_gives_the_defaults() {
    Environment environment = with(Map.of());

    assertThat(environment.dataDirectory()).isAbsolute().endsWithRaw(Path.of("data"));
    assertThat(environment.masterKeyFile()).endsWithRaw(Path.of("data", "master.key"));
    assertThat(environment.publicUrl()).hasToString("http://127.0.0.1:8080");
    assertThat(environment.databaseUrl()).isEmpty();
    assertThat(environment.allowedHosts()).isEmpty();
  }

  @Test
  void blank_counts_as_not_set() {
    assertThat(with(Map.of("MAILROOM_ADMIN_PASSWORD", " ")).adminPassword()).isEmpty();
  }

  @Test
  void reads_lists_and_addresses_leniently() {
    Environment environment =
        with(
            Map.of(
                "MAILROOM_ALLOWED_HOSTS", "10.0.0.0/8, mail.internal,,",
                "MAILROOM_PUBLIC_URL", "https://desk.example/"));

    assertThat(environment.allowedHosts()).containsExactly("10.0.0.0/8", "mail.internal");
    assertThat(environment.publicUrl()).hasToString("https://desk.example");
  }

  @Test
  void a_node_keeps_its_name_over_restarts() {
    NodeId first = NodeId.in(directory.resolve("new"));

    assertThat(NodeId.in(directory.resolve("new"))).isEqualTo(first);
    assertThat(NodeId.in(directory.resolve("other"))).isNotEqualTo(first);
  }

  private static Environment with(Map<String, String> variables) {
    return Environment.of(variables::get);
  }
}
