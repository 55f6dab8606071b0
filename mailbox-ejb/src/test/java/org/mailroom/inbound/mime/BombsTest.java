package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All bombs one after the other in a JVM of 256 MB; see {@link Bombs} for what is measured. */
class BombsTest {
  private static final long MINUTES = 5;

  @Test
  void every_bomb_is_read_or_refused_soon_within_256_megabytes() throws Exception {
    Process reader = reader();
    try {
      List<String> told = reader.inputReader().lines().filter(BombsTest::isOfBombs).toList();

      assertThat(reader.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(told).filteredOn(line -> !line.startsWith("ok ")).isEmpty();
      assertThat(told).hasSize(Bombs.all().size());
      assertThat(reader.exitValue()).isZero();
    } finally {
      reader.destroyForcibly();
    }
  }

  /** Libraries may have something to say as well. */
  private static boolean isOfBombs(String line) {
    return line.startsWith("ok ") || line.startsWith("late ");
  }

  private static Process reader() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(java, "-Xmx256m", "-cp", path, Bombs.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
