package org.mailroom.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void what_a_killed_program_left_is_deleted() throws IOException {
    Path left = workspace("mailroom-1");
    Files.createFile(Files.createDirectories(left.resolve("applications/mailroom")).resolve("a"));
    Files.writeString(Claim.file(left), "\n");
    new Workspace(workspace("mailroom-2")).deleteGivenUp();
    assertThat(left).doesNotExist();
  }

  @Test
  void what_is_in_use_or_was_never_claimed_stays() throws IOException {
    Path used = workspace("mailroom-1");
    Path justBegun = workspace("mailroom-2");
    Path unknown = workspace("mailroom-3");
    Files.createFile(Claim.file(justBegun));
    try (Claim claim = Claim.on(used)) {
      new Workspace(workspace("mailroom-4")).deleteGivenUp();
      assertThat(claim.file().isOpen()).isTrue();
    }
    assertThat(List.of(used, justBegun, unknown)).allSatisfy(it -> assertThat(it).exists());
  }

  @Test
  void a_link_in_what_was_left_is_not_followed() throws IOException {
    Path kept = Files.createFile(workspace("data").resolve("master.key"));
    Path left = workspace("mailroom-1");
    Files.createSymbolicLink(left.resolve("link"), kept.getParent());
    Files.writeString(Claim.file(left), "\n");
    new Workspace(workspace("mailroom-2")).deleteGivenUp();
    assertThat(left).doesNotExist();
    assertThat(kept).exists();
  }

  private Path workspace(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }
}
