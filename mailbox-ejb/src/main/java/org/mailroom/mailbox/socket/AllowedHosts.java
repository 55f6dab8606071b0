package org.mailroom.mailbox.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which hosts mailboxes may point at: all public ones, and of the others those that the operator
 * has named. An entry that cannot be understood allows nothing. Immutable.
 */
public final class AllowedHosts {
  private static final String EVERYTHING = "*";
  private static final List<Network> NOT_PUBLIC =
      networks(
          Stream.of(
              "0.0.0.0/8", // this host
              "10.0.0.0/8",
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8",
              "169.254.0.0/16", // link-local, and where clouds keep their metadata
              "172.16.0.0/12",
              "192.168.0.0/16",
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "::/96", // any, loopback, and IPv4 in its oldest IPv6 spelling
              "64:ff9b:1::/48", // local NAT64
              "2002::/16", // 6to4: any IPv4 address, private ones too
              "fc00::/7", // unique-local
              "fe80::/10", // link-local
              "fec0::/10", // site-local
              "ff00::/8")); // multicast
  private static final Network NAT64 = Network.parse("64:ff9b::/96").orElseThrow();
  private static final int IPV4_IN_NAT64 = 12;

  private final List<String> names;
  private final List<Network> networks;

  private AllowedHosts(List<String> names, List<Network> networks) {
    this.names = names;
    this.networks = networks;
  }

  /** No host is refused: for servers that the operator names. */
  public static AllowedHosts all() {
    return of(List.of(EVERYTHING));
  }

  /**
   * @param entries names, addresses, CIDR blocks or {@code *}
   */
  public static AllowedHosts of(List<String> entries) {
    return new AllowedHosts(
        entries.stream().map(AllowedHosts::canonical).toList(), networks(entries.stream()));
  }

  private static List<Network> networks(Stream<String> entries) {
    return entries
        .map(entry -> Network.parse(entry.toLowerCase(Locale.ROOT)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String canonical(String name) {
    return ServerName.ascii(name).orElse(name);
  }

  /**
   * Whether a mailbox may connect.
   *
   * @param host as it is written in the mailbox
   * @param address what it resolved to
   */
  public boolean allow(String host, InetAddress address) {
    return isPublic(address)
        || names.contains(EVERYTHING)
        || names.contains(canonical(host))
        || contain(networks, address);
  }

  private static boolean isPublic(InetAddress address) {
    return NAT64.contains(address)
        ? !contain(NOT_PUBLIC, behindNat(address))
        : !contain(NOT_PUBLIC, address);
  }

  private static InetAddress behindNat(InetAddress address) {
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, IPV4_IN_NAT64, bytes.length));
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }

  private static boolean contain(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
