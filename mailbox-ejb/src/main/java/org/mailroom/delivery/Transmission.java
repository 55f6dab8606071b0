package org.mailroom.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.outbox.DeliveryResult;

/**
 * What came of offering one message to a server.
 *
 * @param results by recipient; empty if it came to no try, which costs the message nothing
 * @param trouble what is wrong with the server or the way to it, beyond this message
 * @param divertedTo the address it was offered for instead of its recipients
 */
public record Transmission(
    Map<String, DeliveryResult> results, Optional<Trouble> trouble, Optional<String> divertedTo) {
  /** Of an offer to the message's recipients. */
  public Transmission(Map<String, DeliveryResult> results, Optional<Trouble> trouble) {
    this(results, trouble, Optional.empty());
  }

  /**
   * @param words the server's words or the plain cause, without secrets
   */
  public record Trouble(MailboxAccess.Trouble kind, String words) {
    boolean login() {
      return kind == MailboxAccess.Trouble.LOGIN;
    }
  }

  /** The server could not be spoken to. A refused log-in is the mailbox's fault, not a try. */
  public static Transmission impossible(Trouble trouble, List<String> recipients) {
    List<String> tried = trouble.login() ? List.of() : recipients;
    return new Transmission(
        each(tried, r -> new DeliveryResult.Deferred(trouble.words())), Optional.of(trouble));
  }

  /** It came to no try, for no reason of its own. */
  public static Transmission untried() {
    return new Transmission(Map.of(), Optional.empty());
  }

  private static Map<String, DeliveryResult> each(
      List<String> recipients, Function<String, DeliveryResult> result) {
    Map<String, DeliveryResult> results = new LinkedHashMap<>();
    recipients.forEach(r -> results.put(r, result.apply(r)));
    return results;
  }

  boolean tried() {
    return !results.isEmpty();
  }
}
