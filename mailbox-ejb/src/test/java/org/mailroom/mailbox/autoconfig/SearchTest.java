package org.mailroom.mailbox.autoconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.dns.Dns;
import org.mailroom.dns.DnsServer;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.FoundSettings;
import org.mailroom.mailbox.FoundSettings.Source;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.check.TestCertificate;
import org.mailroom.mailbox.http.GuardedHttp;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

class SearchTest {
  private static final EmailAddress ADDRESS = new EmailAddress("desk@xpto.example");
  private static final String FILE = "/mail/config-v1.1.xml";
  private static TestCertificate certificate;

  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private DnsServer dns;
  private HttpsServer web;

  @BeforeAll
  static void certify(@TempDir Path directory) throws Exception {
    certificate =
        TestCertificate.of(directory, "autoconfig.xpto.example", "xpto.example", "in.xpto.example");
  }

  @BeforeEach
  void start() throws Exception {
    dns = new DnsServer();
    web = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    web.setExecutor(threads);
    web.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    web.stop(0);
    dns.close();
    threads.shutdownNow();
  }

  @Test
  void records_in_dns_lead_to_servers_the_preferred_first() throws Exception {
    dns.service("_imaps._tcp.xpto.example", 10, 0, 993, "second.xpto.example")
        .service("_imaps._tcp.xpto.example", 0, 5, 993, "first.xpto.example")
        .service("_imaps._tcp.xpto.example", 0, 1, 993, "lighter.xpto.example")
        .service("_imap._tcp.xpto.example", 0, 0, 143, "first.xpto.example")
        .service("_pop3s._tcp.xpto.example", 0, 0, 0, ".");

    List<FoundSettings> found = find(MailboxType.INPUT);

    assertThat(found)
        .extracting(FoundSettings::server)
        .containsExactly(
            "first.xpto.example",
            "lighter.xpto.example",
            "second.xpto.example",
            "first.xpto.example");
    assertThat(found.get(0))
        .isEqualTo(
            new FoundSettings(
                Source.SRV,
                "_imaps._tcp.xpto.example",
                null,
                Protocol.IMAP,
                "first.xpto.example",
                993,
                Security.TLS,
                Authentication.PASSWORD,
                "desk@xpto.example"));
    assertThat(found.get(3).security()).isEqualTo(Security.STARTTLS);
  }

  @Test
  void sending_has_records_of_its_own() throws Exception {
    dns.service("_submission._tcp.xpto.example", 0, 0, 587, "smtp.xpto.example")
        .service("_submissions._tcp.xpto.example", 0, 0, 465, "smtp.xpto.example");

    assertThat(find(MailboxType.OUTPUT))
        .extracting(FoundSettings::port, FoundSettings::security)
        .containsExactly(tuple(465, Security.TLS), tuple(587, Security.STARTTLS));
  }

  @Test
  void the_mail_exchanger_gives_the_provider_away() throws Exception {
    dns.mailExchanger("xpto.example", 20, "mx.elsewhere.example")
        .mailExchanger("xpto.example", 0, "xpto-example.mail.protection.outlook.com");

    FoundSettings best = find(MailboxType.OUTPUT).get(0);

    assertThat(best.source()).isEqualTo(Source.MX);
    assertThat(best.provider()).isEqualTo("microsoft365");
    assertThat(best.server()).isEqualTo("smtp.office365.com");
    assertThat(best.authentication()).isEqualTo(Authentication.OAUTH2);
    assertThat(best.explanation()).contains("xpto-example.mail.protection.outlook.com");
  }

  @Test
  void the_address_of_a_known_provider_is_enough() throws Exception {
    List<FoundSettings> found =
        search("127.0.0.1").find(new EmailAddress("a@gmail.com"), MailboxType.INPUT, threads);

    assertThat(found)
        .extracting(FoundSettings::source, FoundSettings::server)
        .startsWith(tuple(Source.PROVIDER, "imap.gmail.com"));
  }

  @Test
  void the_file_of_the_domain_is_read_without_telling_the_address() throws Exception {
    publish("autoconfig.xpto.example", FILE, Samples.CONFIG);
    dns.service("_imaps._tcp.xpto.example", 0, 0, 993, "imap.xpto.example");

    List<FoundSettings> found = find(MailboxType.INPUT);

    assertThat(found)
        .extracting(FoundSettings::source, FoundSettings::server)
        .containsExactly(
            tuple(Source.CONFIG_FILE, "imap.xpto.example"),
            tuple(Source.CONFIG_FILE, "pop.xpto.example"));
    // OAuth2 needs an issuer, and nobody has named one
    assertThat(found.get(0).authentication()).isEqualTo(Authentication.PASSWORD);
    assertThat(asked)
        .noneMatch(request -> request.startsWith("autoconfig") && request.contains("?"));
  }

  @Test
  void a_server_that_has_a_file_for_each_address_is_told_the_address() throws Exception {
    web.createContext(
        FILE,
        exchange -> {
          boolean told =
              "emailaddress=desk@xpto.example".equals(exchange.getRequestURI().getQuery());
          answer(exchange, told ? 200 : 400, told ? Samples.CONFIG : "");
        });

    assertThat(find(MailboxType.INPUT))
        .extracting(FoundSettings::server)
        .contains("imap.xpto.example");
  }

  @Test
  void the_well_known_place_serves_too() throws Exception {
    publish("xpto.example", "/.well-known/autoconfig" + FILE, Samples.CONFIG);

    assertThat(find(MailboxType.OUTPUT).get(0))
        .extracting(FoundSettings::source, FoundSettings::user)
        .containsExactly(Source.CONFIG_FILE, "xpto.example\\desk");
  }

  @Test
  void a_redirect_is_followed_but_not_to_a_private_host() throws Exception {
    redirect(FILE, "https://xpto.example:" + web.getAddress().getPort() + "/moved");
    web.createContext("/moved", exchange -> answer(exchange, 200, Samples.CONFIG));
    assertThat(find(MailboxType.INPUT)).isNotEmpty();

    web.removeContext(FILE);
    redirect(FILE, "https://in.xpto.example:" + web.getAddress().getPort() + "/secret");
    web.createContext("/secret", exchange -> answer(exchange, 200, Samples.CONFIG));
    asked.clear();
    assertThat(
            search("autoconfig.xpto.example", "xpto.example")
                .find(ADDRESS, MailboxType.INPUT, threads))
        .isEmpty();
    assertThat(asked).noneMatch(request -> request.contains("secret"));
  }

  @Test
  void a_redirect_away_from_https_and_one_without_end_are_not_followed() throws Exception {
    redirect(FILE, "http://xpto.example:" + web.getAddress().getPort() + "/moved");
    redirect("/.well-known/autoconfig" + FILE, "/.well-known/autoconfig" + FILE);

    assertThat(find(MailboxType.INPUT)).isEmpty();
  }

  @Test
  void private_hosts_are_not_asked() throws Exception {
    publish("autoconfig.xpto.example", FILE, Samples.CONFIG);

    assertThat(search("10.1.2.3").find(ADDRESS, MailboxType.INPUT, threads)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void what_is_silent_keeps_nobody_waiting() throws Exception {
    dns.fallSilent();
    web.createContext(FILE, this::hang);
    publish("xpto.example", "/.well-known/autoconfig" + FILE, Samples.CONFIG);

    long before = System.nanoTime();
    assertThat(find(MailboxType.INPUT)).isNotEmpty();
    // it gives up after five seconds; the rest is for a busy machine
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_certificate_of_somebody_else_is_not_believed() throws Exception {
    publish("autoconfig.xpto.example", FILE, Samples.CONFIG);
    EmailAddress other = new EmailAddress("desk@other.example");

    assertThat(search("127.0.0.1").find(other, MailboxType.INPUT, threads)).isEmpty();
  }

  private List<FoundSettings> find(MailboxType type) throws Exception {
    return search("127.0.0.1").find(ADDRESS, type, threads);
  }

  private Search search(String... allowed) throws Exception {
    Targets targets = new Targets(AllowedHosts.of(List.of(allowed)), SearchTest::resolve);
    GuardedHttp http = new GuardedHttp(targets, Duration.ofSeconds(5), certificate.client());
    return new Search(new Dns(dns.address()), new ConfigFiles(http, web.getAddress().getPort()));
  }

  private static InetAddress[] resolve(String server) throws UnknownHostException {
    if (server.endsWith(".example")) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
    throw new UnknownHostException(server);
  }

  private void publish(String host, String path, String file) {
    web.createContext(
        path,
        exchange -> {
          boolean here = exchange.getRequestHeaders().getFirst("Host").startsWith(host + ":");
          answer(exchange, here ? 200 : 404, here ? file : "");
        });
  }

  private void redirect(String from, String to) {
    web.createContext(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          answer(exchange, 302, "");
        });
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void hang(HttpExchange exchange) {
    try {
      release.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
