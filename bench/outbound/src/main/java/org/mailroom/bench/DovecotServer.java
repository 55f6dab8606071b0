package org.mailroom.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A Dovecot of its own. It knows every user with one password; {@code box@whatever} is the user of
 * the folder of {@code box}, so that several mailboxes can be registered for the same mail.
 */
final class DovecotServer implements AutoCloseable {
  static final String PASSWORD = "bench";

  private final Path home;
  private final int port = Application.freePort();
  private final Process process;

  DovecotServer() throws IOException, InterruptedException {
    home = Application.scratch();
    Files.createDirectories(home.resolve("mail"));
    Files.createDirectories(home.resolve("run"));
    openWays();
    boolean root = isRoot();
    String user = System.getProperty("user.name");
    String worker = root ? "mail" : user;
    Files.writeString(home.resolve("dovecot.conf"), configuration(root, user, worker));
    process =
        new ProcessBuilder("dovecot", "-F", "-c", home.resolve("dovecot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitGreeting();
  }

  /** Its processes give up the rights of whoever starts it. */
  private void openWays() {
    for (Path path = home; path.getNameCount() > 1; path = path.getParent()) {
      path.toFile().setExecutable(true, false);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private String configuration(boolean root, String user, String worker) {
    return """
        protocols = imap
        listen = 127.0.0.1
        base_dir = %1$s/run
        log_path = %1$s/dovecot.log
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain login
        mail_location = maildir:%1$s/mail/%%n
        mail_uid = %2$s
        mail_gid = %2$s
        first_valid_uid = 1
        first_valid_gid = 0
        mail_max_userip_connections = 10000
        default_internal_user = %3$s
        default_login_user = %4$s
        service imap-login {
          chroot =
          service_count = 0
          process_min_avail = 1
          inet_listener imap {
            port = %5$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        passdb {
          driver = static
          args = password=%6$s
        }
        userdb {
          driver = static
          args = uid=%2$s gid=%2$s home=%1$s/mail/%%n
        }
        """
        .formatted(
            home, worker, root ? "dovecot" : user, root ? "dovenull" : user, port, PASSWORD);
  }

  private void awaitGreeting() throws IOException, InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        if (socket.getInputStream().read() == '*') {
          return;
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("Dovecot does not start: " + home);
  }

  int port() {
    return port;
  }

  /** Puts so many mails into a folder. */
  void fill(String box, int count, MixedMail mail) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      put(box, i, mail.next());
    }
    handOver();
  }

  void put(String box, int number, byte[] mail) throws IOException {
    Path folder = home.resolve("mail").resolve(box);
    for (String part : new String[] {"tmp", "new", "cur"}) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.write(folder.resolve("new").resolve("%010d.bench".formatted(number)), mail);
  }

  /** Lets its processes have what was put there. */
  void handOver() throws IOException, InterruptedException {
    if (isRoot()) {
      Process done =
          new ProcessBuilder("chown", "-R", "mail:mail", home.resolve("mail").toString())
              .inheritIO()
              .start();
      done.waitFor();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
