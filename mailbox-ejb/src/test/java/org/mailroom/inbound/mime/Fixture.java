package org.mailroom.inbound.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.mailbox.MailboxId;

/** Mails as they come: the {@code .eml} files beside this class. */
public final class Fixture {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Fixture() {}

  public static byte[] raw(String name) {
    try (InputStream file = Fixture.class.getResourceAsStream(name + ".eml")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IncomingMail parsed(String name) {
    return parse(raw(name));
  }

  static IncomingMail parse(String mail) {
    return parse(mail.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The mail, if it is read as a whole.
   *
   * @throws UnacceptableMail with the reason of its quarantine, if it goes beyond a limit
   */
  static IncomingMail parse(byte[] mail) {
    return read(new MimeParser(), mail)
        .fold(
            whole -> whole,
            refusal -> {
              throw new UnacceptableMail(refusal);
            });
  }

  static Parsed read(MimeParser parser, byte[] mail) {
    return parser.read(new ReceivedId(1), new MailboxId(2), NOON, mail);
  }
}
