package org.mailroom.mailbox;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address, {@code local@domain} (RFC 5321 4.1.2, RFC 6531), its domain in lower case. The local
 * part stands as people write it: without quotes unless it has characters that need them, and with
 * dots wherever a provider once gave them away ({@code ana..b@}, {@code ana.@}). Holds no line
 * break, so it is safe in a header.
 */
public record EmailAddress(String value) {
  private static final String LABEL = "[\\p{L}\\p{M}\\p{N}\\p{So}_-]++";
  private static final String DOMAIN = "(?!-)" + LABEL + "(?:\\." + LABEL + ")*+(?<!-)";
  private static final String LITERAL = "\\[(?:(?i)IPv6:)?[0-9A-Fa-f:.]{2,45}]";
  private static final Pattern FORM =
      Pattern.compile(
          "(" + LocalPart.PLAIN + "|" + LocalPart.QUOTED + ")@(" + DOMAIN + "|" + LITERAL + ")");
  private static final int MAX_LENGTH = 254;

  public EmailAddress {
    Matcher form = FORM.matcher(value);
    if (value.length() > MAX_LENGTH || !form.matches()) {
      throw new IllegalArgumentException("Not an e-mail address: " + value);
    }
    String domain = form.group(2).toLowerCase(Locale.ROOT);
    ascii(domain);
    value = LocalPart.shortest(form.group(1)) + '@' + domain;
  }

  /** Reads an address, white space around it ignored; empty if it is none. */
  public static Optional<EmailAddress> parse(String text) {
    try {
      return Optional.ofNullable(text).map(String::strip).map(EmailAddress::new);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * As headers and servers want it: the local part quoted where RFC 5321 asks for it, the domain in
   * ASCII: {@code ç@xn--...}.
   */
  public String wire() {
    return LocalPart.wire(localPart()) + '@' + ascii(domain());
  }

  private static String ascii(String domain) {
    return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
  }

  /** Whether only servers that offer SMTPUTF8 (RFC 6531) can take it. */
  public boolean isInternational() {
    return wire().chars().anyMatch(character -> character > 127);
  }

  /** What stands before the domain, as it was written. */
  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /** Whether both name the same mailbox; case does not count, as no server in use lets it. */
  public boolean sameAs(EmailAddress other) {
    return value.equalsIgnoreCase(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
