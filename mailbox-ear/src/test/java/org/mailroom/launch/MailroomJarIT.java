package org.mailroom.launch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Ports;

/** {@code mailroom.jar} as a person starts it. */
@Timeout(900)
class MailroomJarIT {
  @TempDir private Path directory;
  private Path temporary;
  private Path log;
  private Process mailroom;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(directory.resolve("temporary"));
    log = directory.resolve("log");
  }

  @AfterEach
  void stop() throws InterruptedException {
    // what still writes would keep the directory from being deleted
    mailroom.destroyForcibly().waitFor();
  }

  @Test
  void is_ready_for_this_machine_alone_and_leaves_nothing_behind() throws Exception {
    var port = Ports.free();
    start(Integer.toString(port));
    assertThat(firstLine("Mailroom "))
        .isEqualTo("Mailroom is ready at http://127.0.0.1:%d/".formatted(port));
    assertThat(outsideAddresses()).noneMatch(address -> accepts(address, port));
    mailroom.destroy();
    assertThat(mailroom.waitFor(3, MINUTES)).as("stops when told").isTrue();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void ends_with_two_and_a_sentence_if_a_setting_is_wrong() throws Exception {
    start("80a");
    assertThat(mailroom.waitFor()).isEqualTo(2);
    assertThat(log).hasContent("MAILROOM_HTTP_PORT is '80a', which is no port (1 to 65535).");
  }

  @Test
  void ends_with_one_rather_than_run_without_the_application() throws Exception {
    start(
        Integer.toString(Ports.free()), "MAILROOM_DB_URL", "jdbc:postgresql://127.0.0.1:1/nothing");
    assertThat(mailroom.waitFor()).isEqualTo(1);
    assertThat(log).content().contains("Mailroom could not be started: ");
  }

  private void start(String port, String... more) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = System.getProperty("mailroom.jar");
    var builder = new ProcessBuilder(java, "-Djava.io.tmpdir=" + temporary, "-jar", jar);
    builder.environment().put("MAILROOM_HTTP_PORT", port);
    builder.environment().put("MAILROOM_DATA_DIR", directory.resolve("data").toString());
    for (var i = 0; i < more.length; i += 2) {
      builder.environment().put(more[i], more[i + 1]);
    }
    mailroom = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private String firstLine(String start) throws Exception {
    do {
      var line = wholeLines().filter(l -> l.startsWith(start)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
    } while (!mailroom.waitFor(200, MILLISECONDS));
    return Files.readString(log);
  }

  /** Without what is being written right now. */
  private Stream<String> wholeLines() throws IOException {
    var text = Files.readString(log, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines();
  }

  private static List<InetAddress> outsideAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean accepts(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
