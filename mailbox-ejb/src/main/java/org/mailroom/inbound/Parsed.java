package org.mailroom.inbound;

import java.util.Optional;
import java.util.function.Function;

/**
 * What could be made of the bytes of a mail.
 *
 * @param mail what could be read of it; empty if nothing
 * @param refusal beyond which limit it goes, in one sentence; empty if all of it was read
 */
public record Parsed(Optional<IncomingMail> mail, String refusal) {
  /** Nothing could be made of them. */
  public static Parsed refused(String why) {
    return new Parsed(Optional.empty(), why);
  }

  /** One of the two: the mail only if it was read as a whole. */
  public <R> R fold(Function<IncomingMail, R> read, Function<String, R> refused) {
    return mail.filter(whole -> refusal.isEmpty())
        .map(read)
        .orElseGet(() -> refused.apply(refusal));
  }
}
