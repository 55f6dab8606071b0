package org.mailroom.bearer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.environment.Ports;

/**
 * A real Dovecot on this machine that takes tokens only, and asks an introspection endpoint of this
 * test which of them are good (RFC 7662).
 */
public final class Dovecot implements AutoCloseable {
  public static final String USER = "support@xpto.example";
  private static final String USER_HERE = System.getProperty("user.name");

  private final List<Predicate<String>> good = new CopyOnWriteArrayList<>();
  private final Path home;
  private final HttpServer introspection;
  private final int imapPort = Ports.free();
  private final int pop3Port = Ports.free();
  private final Process process;

  /**
   * @param home an empty directory of its own
   * @param mechanisms what it offers: {@code xoauth2}, {@code oauthbearer} or both
   */
  public Dovecot(Path home, String mechanisms) {
    this(home, mechanisms, "");
  }

  /**
   * @param more settings besides, such as namespaces; {@code $HOME} stands for the directory
   */
  public Dovecot(Path home, String mechanisms, String more) {
    this.home = home;
    try {
      introspection =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      introspection.createContext("/introspect", this::introspect);
      introspection.start();
      write(mechanisms);
      Files.writeString(
          home.resolve("dovecot.conf"),
          more.replace("$HOME", home.toString()),
          StandardOpenOption.APPEND);
      process =
          new ProcessBuilder("dovecot", "-F", "-c", home.resolve("dovecot.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("out.log").toFile())
              .start();
      awaitPort();
    } catch (IOException e) {
      throw new UncheckedIOException("Dovecot must be installed for this test", e);
    }
  }

  private void write(String mechanisms) throws IOException {
    Path mail = Files.createDirectories(home.resolve("mail"));
    Files.createDirectories(home.resolve("run"));
    // its processes give up the rights of whoever starts the test
    for (Path path = home; path.getNameCount() > 1; path = path.getParent()) {
      path.toFile().setExecutable(true, false);
    }
    boolean root = USER_HERE.equals("root");
    String worker = root ? "mail" : USER_HERE;
    handOver(mail);
    Files.writeString(
        home.resolve("oauth2.conf.ext"),
        """
        introspection_mode = post
        introspection_url = http://127.0.0.1:%d/introspect
        username_attribute = username
        active_attribute = active
        active_value = true
        """
            .formatted(introspection.getAddress().getPort()));
    Files.writeString(
        home.resolve("dovecot.conf"),
        """
        protocols = imap pop3
        listen = 127.0.0.1
        base_dir = %1$s/run
        log_path = %1$s/dovecot.log
        auth_debug = yes
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = %2$s
        mail_location = maildir:%1$s/mail/%%u
        mail_uid = %3$s
        mail_gid = %4$s
        first_valid_uid = 1
        first_valid_gid = 0
        default_internal_user = %5$s
        default_login_user = %6$s
        %7$s
        service imap-login {
          chroot =
          inet_listener imap {
            port = %8$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        service pop3-login {
          chroot =
          inet_listener pop3 {
            port = %9$d
          }
          inet_listener pop3s {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        passdb {
          driver = oauth2
          mechanisms = xoauth2 oauthbearer
          args = %1$s/oauth2.conf.ext
        }
        userdb {
          driver = static
          args = uid=%3$s gid=%4$s home=%1$s/mail/%%u
        }
        """
            .formatted(
                home,
                mechanisms,
                worker,
                root ? "mail" : group(),
                root ? "dovecot" : USER_HERE,
                root ? "dovenull" : USER_HERE,
                root ? "" : "default_internal_group = " + group(),
                imapPort,
                pop3Port));
  }

  /** Gives it to whom its processes become when root has started it. */
  private static void handOver(Path directory) throws IOException {
    if (USER_HERE.equals("root")) {
      run("chown", "-R", "mail:mail", directory.toString());
    }
  }

  private static String group() throws IOException {
    return new String(
            new ProcessBuilder("id", "-gn").start().getInputStream().readAllBytes(),
            StandardCharsets.UTF_8)
        .strip();
  }

  private static void run(String... command) throws IOException {
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void introspect(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String token =
        URLDecoder.decode(body.replaceFirst(".*token=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    boolean active = good.stream().anyMatch(judge -> judge.test(token));
    byte[] answer =
        "{\"active\": %b, \"username\": \"%s\"}"
            .formatted(active, USER)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void awaitPort() throws IOException {
    for (int tries = 0; tries < 600; tries++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imapPort)) {
        if (socket.getInputStream().read() == '*') {
          return;
        }
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException("Dovecot does not start: " + log());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public String log() throws IOException {
    Path log = home.resolve("dovecot.log");
    return Files.readString(home.resolve("out.log"))
        + (Files.exists(log) ? Files.readString(log) : "");
  }

  public Dovecot accepts(String token) {
    return accepts(token::equals);
  }

  /** Takes the tokens that somebody vouches for. */
  public Dovecot accepts(Predicate<String> judge) {
    good.add(judge);
    return this;
  }

  /** Puts a mail into the inbox. */
  public void deliver(String raw) {
    deliver(home.resolve("mail").resolve(USER), raw);
  }

  /**
   * Puts a mail into a folder, which is made if it is missing.
   *
   * @param box its directory
   */
  public void deliver(Path box, String raw) {
    try {
      for (String part : List.of("tmp", "new", "cur")) {
        Files.createDirectories(box.resolve(part));
      }
      // renamed into place when it is whole, as Maildir has it
      Path whole = Files.writeString(box.resolve("tmp").resolve("x"), raw.replace("\n", "\r\n"));
      handOver(box);
      Files.move(whole, box.resolve("new").resolve(UUID.randomUUID().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int imapPort() {
    return imapPort;
  }

  public int pop3Port() {
    return pop3Port;
  }

  @Override
  public void close() {
    // those that it has started write into its directory until they have ended, too
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    process.destroy();
    introspection.stop(0);
    all.forEach(each -> each.onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }
}
