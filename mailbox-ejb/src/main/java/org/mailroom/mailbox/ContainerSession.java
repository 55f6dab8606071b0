package org.mailroom.mailbox;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Mail Session of the server that a mailbox sends by.
 *
 * @param settings what it says of how to connect, by names of Jakarta Mail under the protocol that
 *     is spoken; no password; empty until it has been looked up
 */
public record ContainerSession(String jndiName, Map<String, Object> settings) {
  private static final Set<String> WAYS =
      Set.of("socketFactory", "socketFactory.class", "proxy.host", "socks.host");
  private static final Set<String> TIME_OUTS =
      Set.of("connectiontimeout", "timeout", "writetimeout");

  // the security of the account says it already, and more strictly
  private static final Set<String> PROTECTION = Set.of("starttls.enable", "starttls.required");

  public ContainerSession {
    settings = Map.copyOf(settings);
  }

  /** One that has not been looked up. */
  public static ContainerSession named(String jndiName) {
    return new ContainerSession(jndiName, Map.of());
  }

  /**
   * Lays what the session says over our own settings, and keeps to three promises: no wait is
   * endless, STARTTLS that is wanted is required, and sockets are ours unless it brings its own.
   *
   * @param prefix {@code mail.<protocol>.}
   */
  void layOver(Properties ours, String prefix) {
    if (bringsItsOwnWay(prefix)) {
      ours.remove(prefix + "socketFactory");
    }
    settings.forEach(
        (name, value) -> {
          if (isTaken(name.replaceFirst("^" + Pattern.quote(prefix), ""), value)) {
            ours.put(name, value);
          }
        });
  }

  private static boolean isTaken(String name, Object value) {
    return TIME_OUTS.contains(name)
        ? String.valueOf(value).matches("[1-9]\\d{0,8}")
        : !PROTECTION.contains(name);
  }

  private boolean bringsItsOwnWay(String prefix) {
    return WAYS.stream().map(prefix::concat).anyMatch(settings::containsKey);
  }
}
