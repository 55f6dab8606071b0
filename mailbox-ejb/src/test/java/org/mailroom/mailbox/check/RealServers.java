package org.mailroom.mailbox.check;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mailroom.environment.Ports;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.Await;

/**
 * Dovecot and Postfix of this machine on free ports of 127.0.0.1, with configuration, queue and
 * mail in a directory of their own; one Dovecot for each way to send a password, and one Postfix
 * that asks them. What the machine runs otherwise is not touched.
 *
 * <p>Where they are not installed the tests are skipped, unless {@code mailroom.servers} is {@code
 * required}.
 */
public final class RealServers implements BeforeAllCallback, AfterAllCallback {
  public static final String USER = "support@xpto.example";

  /** Each character of it is special to one of the protocols, or to none in ASCII. */
  public static final String PASSWORD = "p\"a\\ss {w}ö'rt%s";

  /** What the servers offer to sign in by (SASL mechanisms). */
  static final List<String> MECHANISMS =
      List.of("PLAIN", "LOGIN", "PLAIN LOGIN CRAM-MD5 DIGEST-MD5", "CRAM-MD5");

  private static final System.Logger LOG = System.getLogger(RealServers.class.getName());
  private static final String MISSING =
      "Dovecot and Postfix are not installed here, or this is not root: real servers are not tried.";
  private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
  private static final Path POSTFIX = Path.of("/usr/sbin/postfix");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Integer> ports = new HashMap<>();
  private Path home;

  /** The port of a protocol: {@code imap}, {@code pop3} or {@code smtp}. */
  public int port(String protocol, Security security, String mechanism) {
    return ports.computeIfAbsent(protocol + security + mechanism, unused -> Ports.free());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (!available()) {
      if ("required".equals(System.getProperty("mailroom.servers"))) {
        throw new IllegalStateException(MISSING);
      }
      LOG.log(System.Logger.Level.WARNING, MISSING);
      abort(MISSING);
    }
    // short, as names of sockets must be, and open to the users that the servers run as
    home = Files.createTempDirectory("mr");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    TestCertificate.good(home).writeTo(home);
    mail();
    for (String mechanism : MECHANISMS) {
      startDovecot(mechanism);
    }
    startPostfix();
  }

  private static boolean available() {
    return Files.isExecutable(DOVECOT)
        && Files.isExecutable(POSTFIX)
        && Files.isExecutable(Path.of("/usr/lib/dovecot/imap"))
        && Files.isExecutable(Path.of("/usr/lib/dovecot/pop3"))
        && "root".equals(System.getProperty("user.name"));
  }

  private void mail() throws Exception {
    for (String folder : List.of("", ".Projects.2026", ".Entw&APw-rfe", ".Junk")) {
      for (String part : List.of("cur", "new", "tmp")) {
        Files.createDirectories(maildir().resolve(folder).resolve(part));
      }
    }
    run("chown", "-R", "mail:mail", home.resolve("mail").toString());
  }

  private Path maildir() {
    return home.resolve("mail").resolve(USER);
  }

  /** Puts a mail into the inbox, as a server that received it would. */
  public void put(String name, String raw) throws Exception {
    Path file = maildir().resolve("new").resolve(name);
    Files.writeString(file, raw.replace("\n", "\r\n"));
    run("chown", "mail:mail", file.toString());
  }

  /** The files of the inbox, with their flags in their names. */
  List<String> inbox() throws IOException {
    try (Stream<Path> fresh = Files.list(maildir().resolve("new"));
        Stream<Path> seen = Files.list(maildir().resolve("cur"))) {
      return Stream.concat(fresh, seen).map(file -> file.getFileName().toString()).toList();
    }
  }

  private Path home(String mechanism) {
    return home.resolve("d" + MECHANISMS.indexOf(mechanism));
  }

  private void startDovecot(String mechanism) throws Exception {
    Path base = Files.createDirectories(home(mechanism));
    Files.writeString(base.resolve("users"), "%s:{PLAIN}%s::::::%n".formatted(USER, PASSWORD));
    Path settings = base.resolve("dovecot.conf");
    Files.writeString(settings, dovecot(base, mechanism));
    run(DOVECOT.toString(), "-c", settings.toString());
    for (String protocol : List.of("imap", "pop3")) {
      await(port(protocol, Security.NONE, mechanism));
    }
  }

  private String dovecot(Path base, String mechanism) {
    return """
        protocols = imap pop3
        listen = 127.0.0.1
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        instance_name = mailroom
        ssl = yes
        ssl_cert = <%3$s/cert.pem
        ssl_key = <%3$s/key.pem
        disable_plaintext_auth = no
        auth_mechanisms = %2$s
        auth_failure_delay = 0
        mail_max_userip_connections = 100
        mail_location = maildir:%3$s/mail/%%u
        mail_uid = mail
        mail_gid = mail
        first_valid_uid = 1
        passdb {
          driver = passwd-file
          args = username_format=%%u %1$s/users
        }
        userdb {
          driver = static
          args = uid=mail gid=mail home=%3$s/mail/%%u
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox Junk {
            special_use = \\Junk
          }
        }
        service imap-login {
          inet_listener imap {
            port = %4$d
          }
          inet_listener imaps {
            port = %5$d
            ssl = yes
          }
        }
        service pop3-login {
          inet_listener pop3 {
            port = %6$d
          }
          inet_listener pop3s {
            port = %7$d
            ssl = yes
          }
        }
        service auth {
          unix_listener smtp {
            mode = 0666
          }
        }
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        """
        .formatted(
            base,
            mechanism.toLowerCase(Locale.ROOT),
            home,
            shared("imap", mechanism),
            port("imap", Security.TLS, mechanism),
            shared("pop3", mechanism),
            port("pop3", Security.TLS, mechanism));
  }

  /** One listener for plain talk and STARTTLS. */
  private int shared(String protocol, String mechanism) {
    int port = port(protocol, Security.NONE, mechanism);
    ports.put(protocol + Security.STARTTLS + mechanism, port);
    return port;
  }

  private void startPostfix() throws Exception {
    Path base = Files.createDirectories(home.resolve("postfix"));
    Path queue = Files.createDirectories(home.resolve("queue"));
    Path data = Files.createDirectories(home.resolve("data"));
    run("chown", "postfix", data.toString());
    Files.writeString(base.resolve("boxes"), USER + " " + USER + "/\n");
    Files.writeString(base.resolve("main.cf"), mainCf(base, queue, data));
    Files.writeString(base.resolve("master.cf"), masterCf());
    run(POSTFIX.toString(), "-c", base.toString(), "start");
    for (String mechanism : MECHANISMS) {
      await(port("smtp", Security.NONE, mechanism));
    }
  }

  private String mainCf(Path base, Path queue, Path data) {
    return """
        compatibility_level = 3.6
        queue_directory = %2$s
        data_directory = %3$s
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = %4$s/maillog
        maillog_file_prefixes = %4$s
        myhostname = mail.xpto.example
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        mydestination =
        virtual_mailbox_domains = xpto.example
        virtual_mailbox_maps = texthash:%1$s/boxes
        virtual_mailbox_base = %4$s/mail
        virtual_uid_maps = static:8
        virtual_gid_maps = static:8
        virtual_minimum_uid = 1
        default_transport = discard
        relay_transport = discard
        smtpd_tls_cert_file = %4$s/cert.pem
        smtpd_tls_key_file = %4$s/key.pem
        smtpd_tls_security_level = may
        smtpd_tls_auth_only = no
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_relay_restrictions = permit_mynetworks, reject
        smtpd_client_auth_rate_limit = 0
        smtpd_error_sleep_time = 0
        notify_classes =
        """
        .formatted(base, queue, data, home);
  }

  private String masterCf() {
    String listeners = MECHANISMS.stream().map(this::listeners).collect(Collectors.joining());
    return listeners
        + """
        postlog unix-dgram n - n - 1 postlogd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        """;
  }

  private String listeners(String mechanism) {
    int shared = shared("smtp", mechanism);
    String asks = " -o smtpd_sasl_path=%s/run/smtp".formatted(home(mechanism));
    return "127.0.0.1:%d inet n - n - - smtpd%s%n".formatted(shared, asks)
        + "127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes%s%n"
            .formatted(port("smtp", Security.TLS, mechanism), asks);
  }

  private static void await(int port) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private void run(String... command) throws Exception {
    Path output = Files.createTempFile(home, "run", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(List.of(command) + ": " + Files.readString(output));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (home == null) {
      return;
    }
    run(POSTFIX.toString(), "-c", home.resolve("postfix").toString(), "abort");
    for (String mechanism : MECHANISMS) {
      run(DOVECOT.toString(), "-c", home(mechanism).resolve("dovecot.conf").toString(), "stop");
    }
    Await.until("its directory is gone", this::delete);
  }

  // its last processes write into it while it is deleted
  private boolean delete() {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException written) {
      return false;
    }
  }
}
