package org.mailroom.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;

/** Received mails; each starts as Ana's, to the mailbox 1, about a printer. */
public final class MailFixture {
  private String from = "ana@xpto.example";
  private String fromName = "Ana";
  private List<EmailAddress> recipients = List.of(new EmailAddress("support@xpto.example"));
  private String subject = "Printer on fire";
  private String text = "It burns.";
  private List<String> thread = List.of();
  private String automatic;
  private long mailbox = 1;
  private String file = "\u0001";

  public static MailFixture mail() {
    return new MailFixture();
  }

  public MailFixture from(String address) {
    from = address;
    return this;
  }

  public MailFixture named(String name) {
    fromName = name;
    return this;
  }

  public MailFixture to(String... addresses) {
    recipients = List.of(addresses).stream().map(EmailAddress::new).toList();
    return this;
  }

  public MailFixture subject(String words) {
    subject = words;
    return this;
  }

  public MailFixture text(String words) {
    text = words;
    return this;
  }

  public MailFixture answering(String... messageIds) {
    thread = List.of(messageIds);
    return this;
  }

  public MailFixture in(long id) {
    mailbox = id;
    return this;
  }

  public MailFixture automatic(String reason) {
    automatic = reason;
    return this;
  }

  /** What its file, {@code fire.txt}, says. */
  public MailFixture file(String words) {
    file = words;
    return this;
  }

  public IncomingMail build() {
    return new IncomingMail(
        new ReceivedId(1),
        new MailboxId(mailbox),
        Instant.parse("2026-11-22T12:00:00Z"),
        EmailAddress.parse(from),
        fromName,
        recipients,
        subject,
        text,
        "",
        "<mail-1@xpto.example>",
        thread,
        Optional.ofNullable(automatic),
        List.of(
            new IncomingMail.Attachment(
                "fire.txt", "text/plain", file.getBytes(StandardCharsets.UTF_8), "")),
        List.of());
  }
}
