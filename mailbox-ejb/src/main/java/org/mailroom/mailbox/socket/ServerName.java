package org.mailroom.mailbox.socket;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The syntax of a server: a host name, an IPv4 or an IPv6 address; nothing is looked up. */
public final class ServerName {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  // The last label holds a letter: "127.1" and "2130706433" are old spellings of addresses, which
  // some resolvers understand and no person means.
  private static final Pattern HOST =
      Pattern.compile("(" + LABEL + "\\.)*(?=[a-z0-9-]*[a-z])" + LABEL);
  private static final int MAX_LENGTH = 253;

  private ServerName() {}

  /** The name as DNS knows it: lower case, ASCII, without the final dot; empty if it is none. */
  public static Optional<String> ascii(String text) {
    String name = withoutBrackets(text.toLowerCase(Locale.ROOT));
    return literal(name).isPresent() ? Optional.of(name) : host(name);
  }

  /** The address that the text spells out, if it spells one. */
  public static Optional<InetAddress> literal(String text) {
    if (IPV4.matcher(text).matches()) {
      return address(text);
    }
    // In brackets the library takes it for IPv6 or nothing, and never asks DNS.
    return IPV6.matcher(text).matches() ? address("[" + text + "]") : Optional.empty();
  }

  private static String withoutBrackets(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  private static Optional<String> host(String text) {
    try {
      String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return Optional.of(name)
          .filter(host -> host.length() <= MAX_LENGTH && HOST.matcher(host).matches());
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
