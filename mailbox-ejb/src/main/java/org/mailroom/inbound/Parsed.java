package org.mailroom.inbound;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.UnacceptableMail;
import org.mailroom.mailbox.MailboxId;

/**
 * What could be made of the bytes of a mail.
 *
 * @param mail empty if it goes beyond a limit
 * @param refusal beyond which, in one sentence; empty if there is a mail
 */
public record Parsed(Optional<IncomingMail> mail, String refusal) {
  static Parsed of(
      MimeParser parser, ReceivedId id, MailboxId mailbox, Instant receivedAt, byte[] raw) {
    try {
      return new Parsed(Optional.of(parser.parse(id, mailbox, receivedAt, raw)), "");
    } catch (UnacceptableMail e) {
      return refused(e.getMessage());
    }
  }

  /** Nothing could be made of them. */
  public static Parsed refused(String why) {
    return new Parsed(Optional.empty(), why);
  }

  /** One of the two, by what there is. */
  public <R> R fold(Function<IncomingMail, R> read, Function<String, R> refused) {
    return mail.map(read).orElseGet(() -> refused.apply(refusal));
  }
}
