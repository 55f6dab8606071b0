package org.mailroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at sources, as compiled classes do not tell whether a package has a package-info. */
class PackageInfoTest {
  private static final String SOURCES = "src/main/java";
  private static final String INFO = "package-info.java";

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
      var sources =
          modules.map(module -> module.resolve(SOURCES)).filter(Files::isDirectory).toList();
      assertThat(sources).hasSizeGreaterThanOrEqualTo(4);
      assertThat(sources).allSatisfy(folder -> assertThat(silentPackages(folder)).isEmpty());
    }
  }

  @Test
  void a_package_that_says_nothing_is_noticed(@TempDir Path sources) throws IOException {
    var talking = Files.createDirectories(sources.resolve("org/mailroom/outbox"));
    var silent = Files.createDirectories(talking.resolve("smtp"));
    Files.createFile(talking.resolve(INFO));
    Files.createFile(talking.resolve("Outbox.java"));
    Files.createFile(silent.resolve("Connection.java"));
    assertThat(silentPackages(sources)).containsExactly(silent);
  }

  private static List<Path> silentPackages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .filter(folder -> !Files.exists(folder.resolve(INFO)))
          .toList();
    }
  }
}
