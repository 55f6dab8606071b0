package org.mailroom.dns;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Asks the domain name system, the servers of this machine unless others are given. What cannot be
 * found within 3 seconds is not there. Thread-safe.
 */
@ApplicationScoped
public class Dns {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final LookupSession session;

  /** A server that a domain names for a service (RFC 2782). */
  public record Target(String host, int port) {}

  public Dns() {
    this(new ExtendedResolver());
  }

  /** Asks that server and no other. */
  public Dns(InetSocketAddress server) {
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
  public CompletableFuture<List<Target>> services(String name) {
    return records(name, Type.SRV, SRVRecord.class)
        .thenApply(
            records ->
                records.stream()
                    // "." means that the service is decidedly not offered (RFC 2782)
                    .filter(record -> !record.getTarget().equals(Name.root))
                    .sorted(PREFERRED)
                    .map(record -> new Target(host(record.getTarget()), record.getPort()))
                    .toList());
  }

  // The weight spreads load over many clients; for one suggestion the heaviest is as good as drawn.
  private static final Comparator<SRVRecord> PREFERRED =
      Comparator.comparingInt(SRVRecord::getPriority)
          .thenComparing(Comparator.comparingInt(SRVRecord::getWeight).reversed());

  /** The hosts that receive mail for a domain, the preferred first. */
  public CompletableFuture<List<String>> mailExchangers(String domain) {
    return records(domain, Type.MX, MXRecord.class)
        .thenApply(
            records ->
                records.stream()
                    .sorted(Comparator.comparingInt(MXRecord::getPriority))
                    .map(record -> host(record.getTarget()))
                    .toList());
  }

  /**
   * The texts of a name (TXT records), each in one piece; none if there are none.
   *
   * @return empty if nobody answers, so that nothing is known
   */
  public CompletableFuture<Optional<List<String>>> texts(String name) {
    return lookup(name, Type.TXT)
        .thenApply(found -> Optional.of(texts(found)))
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(none -> isAnswer(none) ? Optional.of(List.of()) : Optional.empty());
  }

  private static List<String> texts(LookupResult found) {
    return found.getRecords().stream()
        .filter(TXTRecord.class::isInstance)
        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
        .toList();
  }

  /** That there is no such name, or nothing of that type, is an answer too. */
  private static boolean isAnswer(Throwable none) {
    Throwable cause = none instanceof CompletionException ? none.getCause() : none;
    return cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException;
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

  private static String host(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
