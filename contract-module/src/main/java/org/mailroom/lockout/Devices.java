package org.mailroom.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mailroom.vault.Vault;

/**
 * Makes and reads the signed passes by which a browser is known that a log-in came in with before.
 * A pass opens nothing: it only lets the owner try while strangers who guess are locked out.
 * Thread-safe; takes no transaction.
 */
@ApplicationScoped
public class Devices {
  /** How long a pass is good for. */
  public static final Duration LIFE = Duration.ofDays(180);

  private static final String PURPOSE = "known-device";

  @Inject Vault vault;
  @Inject Clock clock;

  /** The name of the device, if its pass was made for this log-in. */
  public Optional<String> named(String pass, String login) {
    String[] parts = pass.split("\\.", -1); // name.expiry.signature
    return parts.length == 3 && isOurs(parts, login) && isFresh(parts[1])
        ? Optional.of(parts[0])
        : Optional.empty();
  }

  private boolean isOurs(String[] parts, String login) {
    return vault.signed(PURPOSE, signed(parts[0], parts[1], login), parts[2]);
  }

  private boolean isFresh(String expiry) {
    return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expiry)));
  }

  /** A pass for a device of this log-in, new or known. */
  public String pass(String login, Optional<String> known) {
    String name = known.orElseGet(() -> UUID.randomUUID().toString());
    String expiry = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    return String.join(".", name, expiry, vault.sign(PURPOSE, signed(name, expiry, login)));
  }

  private static String signed(String name, String expiry, String login) {
    return String.join(" ", name, expiry, login.strip().toLowerCase(Locale.ROOT));
  }
}
