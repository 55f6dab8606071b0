package org.mailroom.lockout.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.lockout.Counted;
import org.mailroom.lockout.Origin;

/**
 * Whose failures are counted together.
 *
 * @param key short enough to store, whatever was typed
 */
public record Subject(Counted counted, String key) {
  private static final int NETWORK_BYTES = 8;

  /** All that one attempt counts for. */
  public static List<Subject> of(String login, Origin origin) {
    Subject person =
        origin
            .device()
            .map(device -> new Subject(Counted.DEVICE, digest("device " + device)))
            .orElseGet(() -> new Subject(Counted.LOGIN, digest("login " + login)));
    return Stream.concat(Stream.of(person), address(origin).stream()).toList();
  }

  public static Optional<Subject> address(Origin origin) {
    return origin.address().map(text -> new Subject(Counted.ADDRESS, network(text)));
  }

  // one caller has a whole /64 of IPv6 to itself
  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      if (bytes.length == 4) {
        return address;
      }
      byte[] prefix = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length);
      return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
    } catch (UnknownHostException none) {
      return digest("address " + address);
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
