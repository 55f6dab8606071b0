package org.mailroom.mailbox.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

/**
 * Asks web servers whose addresses people or other servers have named.
 *
 * <p>Connects to the very addresses it has judged, so that private hosts stay out of reach unless
 * {@code MAILROOM_ALLOWED_HOSTS} names them ({@link ForbiddenTarget}); reads at most 1 MB; follows
 * no redirect by itself, as each hop is a decision. Thread-safe; takes no transaction.
 */
@ApplicationScoped
public class GuardedHttp {
  private static final int MAX_ANSWER = 1 << 20;

  private CloseableHttpClient client;

  /** For the container's proxy. */
  protected GuardedHttp() {}

  @Inject
  public GuardedHttp(Environment environment) {
    this(
        new Targets(AllowedHosts.of(environment.allowedHosts()), InetAddress::getAllByName),
        Duration.ofSeconds(10));
  }

  /**
   * @param limit for the connection, and for each wait for more of an answer
   */
  public GuardedHttp(Targets targets, Duration limit) {
    this(targets, limit, SSLContexts.createDefault());
  }

  /**
   * @param tls with the certificates to trust
   */
  public GuardedHttp(Targets targets, Duration limit, SSLContext tls) {
    client =
        HttpClients.custom()
            .setConnectionManager(connections(targets, Timeout.of(limit), tls))
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(limit)).build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .setUserAgent("Mailroom")
            .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      Targets targets, Timeout limit, SSLContext tls) {
    ConnectionConfig times =
        ConnectionConfig.custom().setConnectTimeout(limit).setSocketTimeout(limit).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new Judged(targets))
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
        .setDefaultConnectionConfig(times)
        .build();
  }

  /** Gets what is at an address. */
  public Answer get(URI address) throws IOException {
    return get(address, Map.of());
  }

  /** Gets what is at an address. */
  public Answer get(URI address, Map<String, String> headers) throws IOException {
    return send("GET", address, headers, null);
  }

  /**
   * Gets what is at an address, and follows redirects to HTTPS; each target is judged like the
   * first.
   *
   * @param redirects how many at most; the answer after that is given as it is
   * @param limit for each call as a whole, however slowly its answer drips
   */
  public Answer follow(URI address, int redirects, Duration limit) throws IOException {
    HttpUriRequestBase call = new HttpUriRequestBase("GET", address);
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
        .execute(call::cancel);
    Hop hop = client.execute(call, response -> new Hop(read(response), next(address, response)));
    return hop.next().isPresent() && redirects > 0
        ? follow(hop.next().get(), redirects - 1, limit)
        : hop.answer();
  }

  private record Hop(Answer answer, Optional<URI> next) {}

  private static Optional<URI> next(URI here, ClassicHttpResponse response) {
    Header location = response.getFirstHeader(HttpHeaders.LOCATION);
    boolean redirect = response.getCode() / 100 == 3 && location != null;
    try {
      return redirect
          ? Optional.of(here.resolve(location.getValue()))
              .filter(next -> "https".equalsIgnoreCase(next.getScheme()))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** Makes a call with a body. */
  public Answer send(
      String method, URI address, Map<String, String> headers, String contentType, String body)
      throws IOException {
    return send(method, address, headers, new StringEntity(body, ContentType.parse(contentType)));
  }

  private Answer send(String method, URI address, Map<String, String> headers, HttpEntity body)
      throws IOException {
    HttpUriRequestBase call = new HttpUriRequestBase(method, address);
    headers.forEach(call::setHeader);
    call.setEntity(body);
    return client.execute(call, GuardedHttp::read);
  }

  private static Answer read(ClassicHttpResponse response) throws IOException, ParseException {
    HttpEntity entity = response.getEntity();
    String type = entity == null ? null : entity.getContentType();
    String body =
        entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8, MAX_ANSWER);
    return new Answer(response.getCode(), type == null ? "" : type, body);
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.GRACEFUL);
  }

  /** Looks names up as mailboxes do; what is forbidden is never connected to. */
  private record Judged(Targets targets) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return new InetAddress[] {targets.addressOf(host)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
