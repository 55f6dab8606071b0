package org.mailroom.mailbox;

/**
 * A way to connect that was found for an address; a person decides whether it is taken.
 *
 * @param seen where it was seen: a DNS name, the address of a file, a mail exchanger, a domain
 * @param provider the key of the preset that the server belongs to; null for none
 * @param protocol null for sending
 * @param user whom to sign in as; null without sign-in
 */
public record FoundSettings(
    Source source,
    String seen,
    String provider,
    Protocol protocol,
    String server,
    int port,
    Security security,
    Authentication authentication,
    String user) {

  /** Who says so, the most trustworthy first. */
  public enum Source {
    /** The address is of a provider that we know. */
    PROVIDER("We know the provider of %s."),
    /** The domain has a file for mail programs. */
    CONFIG_FILE("The domain publishes it for mail programs at %s."),
    /** The domain has DNS records for mail programs (RFC 6186, RFC 8314). */
    SRV("The domain publishes it in DNS at %s."),
    /** The domain receives its mail at a provider that we know. */
    MX("The domain receives its mail at %s, whose provider we know.");

    private final String words;

    Source(String words) {
      this.words = words;
    }
  }

  /** The source in words. */
  public String explanation() {
    return source.words.formatted(seen);
  }

  /** Whether both lead to the same door. */
  public boolean sameServer(FoundSettings other) {
    return protocol == other.protocol
        && server.equals(other.server)
        && port == other.port
        && security == other.security;
  }
}
