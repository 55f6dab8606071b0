package org.mailroom.attachment.clamd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.attachment.FileNotScanned;

/** The real daemon with one signature of our own, on a socket, where it is installed. */
class RealClamdTest {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/sbin/clamd"), Path.of("/usr/bin/clamd"), Path.of("/usr/local/sbin/clamd"));
  private static final byte[] SAMPLE = "this is our very own test virus".getBytes(UTF_8);

  @TempDir Path directory;
  private Process daemon;
  private Clamd clamd;

  @BeforeEach
  void start() throws Exception {
    var program = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(program.isPresent(), "clamd is not installed (clamav-daemon): not tested with it");
    Path socket = directory.resolve("clamd.sock");
    Path signatures = Files.createDirectory(directory.resolve("signatures"));
    String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(SAMPLE));
    Files.writeString(
        signatures.resolve("own.hdb"), "%s:%d:Own.Sample-1\n".formatted(md5, SAMPLE.length));
    Path settings = directory.resolve("clamd.conf");
    Files.writeString(
        settings,
        """
        LocalSocket %s
        DatabaseDirectory %s
        Foreground yes
        StreamMaxLength 1M
        """
            .formatted(socket, signatures));
    daemon =
        new ProcessBuilder(program.get().toString(), "--config-file=" + settings)
            .redirectErrorStream(true)
            .redirectOutput(new File(directory.toFile(), "log"))
            .start();
    clamd = new Clamd(socket.toString());
    awaitAnswer();
  }

  private void awaitAnswer() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!clamd.answers()) {
      if (!daemon.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (daemon != null) {
      daemon.destroy();
      daemon.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void finds_what_its_signatures_name_and_nothing_else() {
    assertThat(clamd.virus(SAMPLE).orElseThrow()).startsWith("Own.Sample-1");
    assertThat(clamd.virus("harmless".getBytes(UTF_8))).isEmpty();
    assertThatThrownBy(() -> clamd.virus(new byte[3 << 20])).isInstanceOf(FileNotScanned.class);
  }
}
