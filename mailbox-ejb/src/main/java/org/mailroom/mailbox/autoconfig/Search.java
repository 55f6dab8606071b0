package org.mailroom.mailbox.autoconfig;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mailroom.dns.Dns;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.FoundSettings;
import org.mailroom.mailbox.FoundSettings.Source;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.provider.ProviderFile;
import org.mailroom.mailbox.socket.ServerName;

/** Looks for the settings of an address everywhere at once, for five seconds at most. */
@Dependent
public class Search {
  private static final System.Logger LOG = System.getLogger(Search.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Dns dns;
  private final ConfigFiles files;

  @Inject
  Search(Dns dns, ConfigFiles files) {
    this.dns = dns;
    this.files = files;
  }

  /**
   * What was found, the most trustworthy first, each server once.
   *
   * @param threads where to look in several places at once
   */
  public List<FoundSettings> find(EmailAddress address, MailboxType type, ExecutorService threads) {
    return ServerName.ascii(address.domain())
        .map(domain -> find(new Wanted(address, domain, type), threads))
        .orElse(List.of());
  }

  /**
   * @param domain of the address as DNS knows it
   */
  private record Wanted(EmailAddress address, String domain, MailboxType type) {}

  private List<FoundSettings> find(Wanted wanted, ExecutorService threads) {
    List<Callable<List<FoundSettings>>> places = new ArrayList<>();
    places.add(() -> ofDomain(wanted));
    files.places(wanted.domain()).forEach(place -> places.add(() -> inFile(place, wanted)));
    places.add(() -> inRecords(wanted));
    places.add(() -> ofMailExchanger(wanted));
    return best(everywhere(places, threads));
  }

  private static Stream<FoundSettings> everywhere(
      List<Callable<List<FoundSettings>>> places, ExecutorService threads) {
    try {
      return threads.invokeAll(places, LIMIT.toMillis(), TimeUnit.MILLISECONDS).stream()
          .flatMap(place -> result(place).stream());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Stream.of();
    }
  }

  /** Nothing, from a place that cannot be asked: most domains have most of them not. */
  private static List<FoundSettings> result(Future<List<FoundSettings>> place) {
    if (place.isCancelled()) {
      return List.of();
    }
    try {
      return place.get();
    } catch (ExecutionException nothing) {
      LOG.log(System.Logger.Level.DEBUG, "autoconfiguration: {0}", nothing.getMessage());
      return List.of();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<FoundSettings> best(Stream<FoundSettings> found) {
    List<FoundSettings> best = new ArrayList<>();
    found
        .sorted(Comparator.comparing(FoundSettings::source))
        .filter(each -> best.stream().noneMatch(each::sameServer))
        .forEach(best::add);
    return List.copyOf(best);
  }

  private static List<FoundSettings> ofDomain(Wanted wanted) {
    return ProviderFile.ofDomain(wanted.domain())
        .map(provider -> preset(provider, Source.PROVIDER, wanted.domain(), wanted))
        .orElse(List.of());
  }

  private List<FoundSettings> ofMailExchanger(Wanted wanted) {
    List<String> hosts = dns.mailExchangers(wanted.domain()).join();
    return ProviderFile.ofMailExchangers(hosts)
        .map(provider -> preset(provider, Source.MX, hosts.get(0), wanted))
        .orElse(List.of());
  }

  private static List<FoundSettings> preset(
      Provider provider, Source source, String seen, Wanted wanted) {
    return provider.serversFor(wanted.type(), wanted.domain()).stream()
        .map(
            server ->
                new FoundSettings(
                    source,
                    seen,
                    provider.key(),
                    server.protocol(),
                    server.server(),
                    server.port(),
                    server.security(),
                    server.signIn().get(0),
                    wanted.address().value()))
        .toList();
  }

  private List<FoundSettings> inFile(URI place, Wanted wanted) throws Exception {
    return files
        .at(place, wanted.address())
        .map(found -> found.file().entries(wanted.type()))
        .orElse(List.of())
        .stream()
        .flatMap(entry -> settings(place, entry).stream())
        .toList();
  }

  private static Optional<FoundSettings> settings(URI place, ConfigFile.Entry entry) {
    Optional<Provider> provider = ProviderFile.running(entry.server());
    // OAuth2 needs an issuer, and only a preset names one
    return entry.signIn().stream()
        .filter(way -> way != Authentication.OAUTH2 || provider.map(Provider::oauth).isPresent())
        .findFirst()
        .map(
            way ->
                new FoundSettings(
                    Source.CONFIG_FILE,
                    place.toString(),
                    provider.map(Provider::key).orElse(null),
                    entry.protocol(),
                    entry.server(),
                    entry.port(),
                    entry.security(),
                    way,
                    way == Authentication.NONE ? null : entry.user()));
  }

  private List<FoundSettings> inRecords(Wanted wanted) {
    List<CompletableFuture<List<FoundSettings>>> services =
        Service.of(wanted.type()).stream().map(service -> inRecords(service, wanted)).toList();
    return services.stream().flatMap(service -> service.join().stream()).toList();
  }

  private CompletableFuture<List<FoundSettings>> inRecords(Service service, Wanted wanted) {
    String name = service.label() + "." + wanted.domain();
    return dns.services(name)
        .thenApply(
            targets ->
                targets.stream()
                    .flatMap(target -> connectable(target).stream())
                    .map(target -> settings(name, service, target, wanted))
                    .toList());
  }

  private static Optional<Dns.Target> connectable(Dns.Target target) {
    return ServerName.ascii(target.host()).map(host -> new Dns.Target(host, target.port()));
  }

  private static FoundSettings settings(
      String name, Service service, Dns.Target target, Wanted wanted) {
    Optional<Provider> provider = ProviderFile.running(target.host());
    Authentication way =
        provider
            .flatMap(known -> known.serverFor(wanted.type(), service.protocol(), wanted.domain()))
            .map(server -> server.signIn().get(0))
            .orElse(Authentication.PASSWORD);
    return new FoundSettings(
        Source.SRV,
        name,
        provider.map(Provider::key).orElse(null),
        service.protocol(),
        target.host(),
        target.port(),
        service.security(),
        way,
        wanted.address().value());
  }
}
