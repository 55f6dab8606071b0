package org.mailroom.mailbox.autoconfig;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mailroom.mailbox.socket.ServerName;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;

/**
 * Asks the domain name system, the servers of this machine unless others are given. What cannot be
 * found within 3 seconds is not there. Thread-safe.
 */
@ApplicationScoped
public class Dns {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final LookupSession session;

  /** A server that a domain names for a service (RFC 2782). */
  record Target(String host, int port) {}

  public Dns() {
    this(new ExtendedResolver());
  }

  Dns(InetSocketAddress server) {
    this(new SimpleResolver(server));
  }

  private Dns(Resolver resolver) {
    resolver.setTimeout(LIMIT);
    session = LookupSession.builder().resolver(resolver).build();
  }

  /**
   * The servers of a service, such as {@code _imaps._tcp.example.org}, the preferred first; none if
   * the domain says that it does not offer it.
   */
  CompletableFuture<List<Target>> services(String name) {
    return records(name, Type.SRV, SRVRecord.class)
        .thenApply(
            records ->
                records.stream()
                    // "." means that the service is decidedly not offered (RFC 2782)
                    .filter(record -> !record.getTarget().equals(Name.root))
                    .sorted(PREFERRED)
                    .flatMap(record -> target(record).stream())
                    .toList());
  }

  // The weight spreads load over many clients; for one suggestion the heaviest is as good as drawn.
  private static final Comparator<SRVRecord> PREFERRED =
      Comparator.comparingInt(SRVRecord::getPriority)
          .thenComparing(Comparator.comparingInt(SRVRecord::getWeight).reversed());

  /** The hosts that receive mail for a domain, the preferred first. */
  CompletableFuture<List<String>> mailExchangers(String domain) {
    return records(domain, Type.MX, MXRecord.class)
        .thenApply(
            records ->
                records.stream()
                    .sorted(Comparator.comparingInt(MXRecord::getPriority))
                    .map(record -> host(record.getTarget()))
                    .toList());
  }

  private <R extends Record> CompletableFuture<List<R>> records(
      String name, int type, Class<R> kind) {
    return lookup(name, type)
        .thenApply(LookupResult::getRecords)
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(nothing -> List.of())
        .thenApply(records -> records.stream().filter(kind::isInstance).map(kind::cast).toList());
  }

  private CompletableFuture<LookupResult> lookup(String name, int type) {
    try {
      return session.lookupAsync(Name.fromString(name + "."), type).toCompletableFuture();
    } catch (TextParseException tooLong) {
      return CompletableFuture.failedFuture(tooLong);
    }
  }

  private static Optional<Target> target(SRVRecord record) {
    return ServerName.ascii(host(record.getTarget()))
        .map(host -> new Target(host, record.getPort()));
  }

  private static String host(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
