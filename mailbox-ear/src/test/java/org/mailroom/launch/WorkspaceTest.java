package org.mailroom.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir private Path directory;

  @Test
  void unpacks_what_lies_in_the_jar() throws StartFailed {
    var file = new Workspace(directory).unpack("logging.properties", "log");
    assertThat(file).isEqualTo(directory.resolve("log")).content().contains("org.mailroom.level");
  }

  @Test
  void a_jar_without_the_application_is_told_apart() {
    assertThatExceptionOfType(StartFailed.class)
        .isThrownBy(() -> new Workspace(directory).unpack("/nothing.war", "war"))
        .withMessage("/nothing.war is missing in this jar.");
  }

  @Test
  void a_directory_that_is_gone_is_told_with_the_file() {
    var gone = directory.resolve("gone");
    assertThatExceptionOfType(StartFailed.class)
        .isThrownBy(() -> new Workspace(gone).write("preboot", "set"))
        .withMessageContaining(gone.resolve("preboot").toString());
  }
}
