package org.mailroom.mailbox;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, {@code local@domain} (RFC 5321 4.1.2 without quoted local parts), its domain in
 * lower case. Holds no line break, so it is safe in a header.
 */
public record EmailAddress(String value) {
  // RFC 5322 atext and dots, letters beyond ASCII allowed (RFC 6531)
  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");
  private static final int MAX_LENGTH = 254;

  public EmailAddress {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address: " + value);
    }
    int at = value.lastIndexOf('@');
    value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
  }

  /** Reads an address, white space around it ignored; empty if it is none. */
  public static Optional<EmailAddress> parse(String text) {
    try {
      return Optional.ofNullable(text).map(String::strip).map(EmailAddress::new);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** As servers that know ASCII domains only want it: {@code ç@xn--...}. */
  public String wire() {
    String local = value.substring(0, value.lastIndexOf('@') + 1);
    return local + IDN.toASCII(domain(), IDN.ALLOW_UNASSIGNED);
  }

  /** Whether only servers that offer SMTPUTF8 (RFC 6531) can take it. */
  public boolean isInternational() {
    return wire().chars().anyMatch(character -> character > 127);
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
