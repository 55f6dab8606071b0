package org.mailroom.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void listens_only_on_this_machine_unless_told_otherwise() throws BadSetting {
    assertThat(settings(Map.of()).url()).hasToString("http://127.0.0.1:8080/");
  }

  @Test
  void takes_port_and_address_from_the_environment() throws BadSetting {
    var variables = Map.of("MAILROOM_HTTP_PORT", " 9090 ", "MAILROOM_BIND", "127.0.0.2");
    assertThat(settings(variables).url()).hasToString("http://127.0.0.2:9090/");
  }

  @Test
  void an_empty_variable_is_an_absent_one() throws BadSetting {
    assertThat(settings(Map.of("MAILROOM_HTTP_PORT", "")).port()).isEqualTo(8080);
  }

  @Test
  void the_link_of_every_address_is_one_that_can_be_opened() throws BadSetting {
    assertThat(settings(Map.of("MAILROOM_BIND", "0.0.0.0")).url())
        .hasToString("http://localhost:8080/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "80a", "-1", "123456789012", "８０８０"})
  void a_bad_port_is_refused_by_name(String port) {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> settings(Map.of("MAILROOM_HTTP_PORT", port)))
        .withMessage("MAILROOM_HTTP_PORT is '%s', which is no port (1 to 65535).", port);
  }

  @Test
  void an_unknown_address_is_refused_by_name() {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> settings(Map.of("MAILROOM_BIND", "256.1.1.1")))
        .withMessageContaining("MAILROOM_BIND is '256.1.1.1'");
  }

  @Test
  void commands_for_the_server_are_a_file_that_can_be_read(@TempDir Path directory)
      throws IOException, BadSetting {
    var file = Files.createFile(directory.resolve("commands"));
    assertThat(settings(Map.of("MAILROOM_SERVER_COMMANDS", file.toString())).commands())
        .contains(file);
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> settings(Map.of("MAILROOM_SERVER_COMMANDS", "/nowhere/commands")))
        .withMessage(
            "MAILROOM_SERVER_COMMANDS is '/nowhere/commands', which is no file that can be read.");
  }

  @Test
  void a_taken_port_is_told_before_the_server_boots() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = new Settings(taken.getInetAddress(), taken.getLocalPort(), Optional.empty());
      assertThatExceptionOfType(BadSetting.class)
          .isThrownBy(settings::requireFreePort)
          .withMessageContaining("port " + taken.getLocalPort())
          .withMessageContaining("MAILROOM_HTTP_PORT");
    }
  }

  private static Settings settings(Map<String, String> variables) throws BadSetting {
    return Settings.of(new Environment(variables::get));
  }
}
