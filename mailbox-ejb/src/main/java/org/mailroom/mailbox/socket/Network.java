package org.mailroom.mailbox.socket;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** A block of addresses, such as {@code 10.0.0.0/8}; one address is a block of its own. */
record Network(InetAddress start, int bits) {
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    return ServerName.literal(address).flatMap(start -> of(start, slash < 0, bits));
  }

  private static Optional<Network> of(InetAddress start, boolean whole, String bits) {
    int length = start.getAddress().length * Byte.SIZE;
    if (whole) {
      return Optional.of(new Network(start, length));
    }
    return Optional.of(bits)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .filter(number -> number <= length)
        .map(number -> new Network(start, number));
  }

  boolean contains(InetAddress address) {
    byte[] ours = start.getAddress();
    byte[] theirs = address.getAddress();
    return ours.length == theirs.length && difference(ours, theirs).signum() == 0;
  }

  private BigInteger difference(byte[] ours, byte[] theirs) {
    return new BigInteger(1, ours)
        .xor(new BigInteger(1, theirs))
        .shiftRight(ours.length * Byte.SIZE - bits);
  }
}
