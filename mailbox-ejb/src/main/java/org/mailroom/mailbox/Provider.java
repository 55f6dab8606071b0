package org.mailroom.mailbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of mail that we know: its servers, and what to mind about it.
 *
 * @param key what is stored with a mailbox
 * @param domains of addresses that are surely its own, in lower case; {@code *.} stands for
 *     anything before the dot
 * @param mailExchangers hosts that receive mail for its customers' domains, written alike
 * @param limits null if it states none
 * @param oauth null if nobody signs in by OAuth2 there
 * @param alignment what the domains of its customers are to publish
 * @param notes what to mind, by the tag of a language
 */
public record Provider(
    String key,
    String name,
    List<Server> servers,
    List<String> domains,
    List<String> mailExchangers,
    Limits limits,
    OAuth oauth,
    Alignment alignment,
    Map<String, String> notes) {

  /**
   * @param protocol null for sending
   * @param signIn the ways it takes, the right one first
   * @param scope that a person consents to with OAuth2; null without
   * @param onlyFor domains of addresses that this server alone is for; empty for all others
   */
  public record Server(
      Protocol protocol,
      String server,
      int port,
      Security security,
      List<Authentication> signIn,
      String scope,
      List<String> onlyFor) {}

  /** What it takes from one mailbox. */
  public record Limits(int messagesAMinute, int connections) {}

  /**
   * @param applicationScope for signing in without a person
   */
  public record OAuth(String issuer, String applicationScope) {}

  /**
   * What the domain name system holds of a domain whose mail it sends.
   *
   * @param spf the name that the domain's SPF record includes; empty if it is not known
   * @param selectors of its signatures
   */
  public record Alignment(String spf, List<String> selectors) {
    public static final Alignment UNKNOWN = new Alignment("", List.of());
  }

  /**
   * The servers for mailboxes of a type, the best first.
   *
   * @param domain of the mailbox's address; null if it is not known
   */
  public List<Server> serversFor(MailboxType type, String domain) {
    return servers.stream()
        .filter(server -> (server.protocol() == null) == (type == MailboxType.OUTPUT))
        .filter(server -> server.onlyFor().isEmpty() || server.onlyFor().contains(domain))
        .sorted(Comparator.comparing(server -> server.onlyFor().isEmpty()))
        .toList();
  }

  /** The best of them that speaks a protocol; null for sending. */
  public Optional<Server> serverFor(MailboxType type, Protocol protocol, String domain) {
    return serversFor(type, domain).stream()
        .filter(server -> server.protocol() == protocol)
        .findFirst();
  }

  /** Whether addresses of a domain are its own. */
  public boolean owns(String domain) {
    return matches(domains, domain);
  }

  /** Whether it receives mail at a host. */
  public boolean receivesAt(String host) {
    return matches(mailExchangers, host);
  }

  /** Whether one of its servers has this name. */
  public boolean runs(String host) {
    return servers.stream().anyMatch(server -> server.server().equals(host));
  }

  private static boolean matches(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
  }

  /** The note in a language, else in English. */
  public String note(String language) {
    return Stream.of(language, "en").map(notes::get).filter(n -> n != null).findFirst().orElse("");
  }
}
