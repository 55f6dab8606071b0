package org.mailroom.mailbox.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mailroom.dns.Dns;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Finding;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.SigningKeys.SigningKey;
import org.mailroom.mailbox.provider.ProviderFile;

/**
 * What receivers will find of the sender's domain: who may send for it (SPF, RFC 7208), its
 * signatures (DKIM, RFC 6376), and what to do with mail that has neither (DMARC, RFC 7489). Hints
 * only: mail is sent whatever they say. Takes up to 3 seconds; says nothing of what no name server
 * answers. Thread-safe.
 */
@Dependent
public class SenderAlignment {
  private final Dns dns;

  @Inject
  public SenderAlignment(Dns dns) {
    this.dns = dns;
  }

  /**
   * @param server that the mail leaves by
   * @param key that we sign it with
   */
  public List<Step> of(EmailAddress sender, String server, Optional<SigningKey> key) {
    long start = System.nanoTime();
    String domain = sender.wire().substring(sender.wire().lastIndexOf('@') + 1);
    Provider.Alignment provider =
        ProviderFile.running(server).map(Provider::alignment).orElse(Provider.Alignment.UNKNOWN);
    CompletableFuture<Optional<Finding>> spf =
        dns.texts(domain)
            .thenApply(found -> found.map(t -> new SpfRecord(domain, t).seen(provider)));
    CompletableFuture<Optional<Finding>> dkim = dkim(domain, provider, key);
    CompletableFuture<Optional<Finding>> dmarc = dmarc(domain);
    return Stream.of(
            step("spf", spf, start), step("dkim", dkim, start), step("dmarc", dmarc, start))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Step> step(
      String name, CompletableFuture<Optional<Finding>> looked, long start) {
    Optional<Finding> seen = looked.join();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return seen.map(finding -> Step.of(name, true, millis, finding, List.of()));
  }

  private CompletableFuture<Optional<Finding>> dkim(
      String domain, Provider.Alignment provider, Optional<SigningKey> key) {
    return key.isPresent() && key.get().domain().equals(domain)
        ? dns.texts(key.get().recordName()).thenApply(found -> found.map(t -> own(key.get(), t)))
        : dkimOf(domain, provider);
  }

  private static Finding own(SigningKey key, List<String> texts) {
    String published = String.join("", texts).replaceAll("\\s", "");
    if (published.isEmpty()) {
      return Finding.of(CheckCode.DKIM_MISSING, key.recordName());
    }
    return published.contains("p=" + key.publicKey())
        ? Finding.of(CheckCode.DKIM_OURS, key.recordName())
        : Finding.of(CheckCode.DKIM_OTHER_KEY, key.recordName());
  }

  /** Whether the provider signs for the domain shows in the records that it asks for. */
  private CompletableFuture<Optional<Finding>> dkimOf(String domain, Provider.Alignment provider) {
    if (provider.selectors().isEmpty()) {
      return CompletableFuture.completedFuture(
          Optional.of(Finding.of(CheckCode.DKIM_UNKNOWN, domain)));
    }
    String record = provider.selectors().get(0) + "._domainkey." + domain;
    return dns.texts(record).thenApply(found -> found.map(texts -> provided(record, texts)));
  }

  private static Finding provided(String record, List<String> texts) {
    boolean there = texts.stream().anyMatch(text -> text.contains("p="));
    return Finding.of(there ? CheckCode.DKIM_PROVIDER : CheckCode.DKIM_PROVIDER_OFF, record);
  }

  /** The policy of the domain, else of the one above it (a simple stand-in for RFC 7489 3.2). */
  private CompletableFuture<Optional<Finding>> dmarc(String domain) {
    return policies("_dmarc." + domain)
        .thenCombine(
            policies("_dmarc." + parent(domain)),
            (own, above) ->
                own.map(found -> dmarc(domain, found.isEmpty() ? above.orElse(found) : found)));
  }

  private CompletableFuture<Optional<List<String>>> policies(String name) {
    return dns.texts(name)
        .thenApply(
            found ->
                found.map(
                    texts -> texts.stream().filter(text -> text.startsWith("v=DMARC1")).toList()));
  }

  private static Finding dmarc(String domain, List<String> policies) {
    if (policies.size() != 1) {
      CheckCode code = policies.isEmpty() ? CheckCode.DMARC_MISSING : CheckCode.DMARC_TWICE;
      return Finding.of(code, domain);
    }
    String tags = policies.get(0).toLowerCase(Locale.ROOT).replaceAll("\\s", "") + ";";
    return tags.contains(";p=none;")
        ? Finding.of(CheckCode.DMARC_WATCHES, domain)
        : Finding.of(CheckCode.DMARC, policies.get(0));
  }

  private static String parent(String domain) {
    int dot = domain.indexOf('.');
    return domain.indexOf('.', dot + 1) < 0 ? domain : domain.substring(dot + 1);
  }
}
