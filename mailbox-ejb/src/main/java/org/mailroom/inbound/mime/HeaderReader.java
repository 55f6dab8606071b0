package org.mailroom.inbound.mime;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.inbound.model.MailHeader;

/** Reads what the ledger keeps of a mail. Never fails. */
public final class HeaderReader {
  private static final int MAX_SENDER = 320;
  private static final int MAX_SUBJECT = 998;

  private HeaderReader() {}

  public static MailHeader read(byte[] raw) {
    MimeEntity mail = MimeEntity.mail(raw);
    Headers headers = mail.headers();
    return new MailHeader(
        MessageIds.own(headers),
        MessageIds.thread(headers),
        sender(headers),
        CleanText.oneLine(headers.text("Subject"), MAX_SUBJECT),
        arrivedAt(headers),
        fingerprint(mail));
  }

  /** Every header, in the order of the mail; its value on one line, decoded. */
  public static List<MailHeaders.Line> lines(byte[] raw) {
    return MimeEntity.mail(raw).headers().lines();
  }

  private static String sender(Headers headers) {
    return Senders.of(headers)
        .sender()
        .map(person -> person.address().value())
        .orElseGet(() -> CleanText.oneLine(headers.text("From"), MAX_SENDER));
  }

  /**
   * The last server writes its Received line on top (RFC 5321 4.4). Date says when a mail was
   * written, which may be long before it arrived, so it says nothing here.
   */
  private static Optional<Instant> arrivedAt(Headers headers) {
    String received = headers.first("Received");
    return date(received.substring(received.lastIndexOf(';') + 1));
  }

  private static Optional<Instant> date(String text) {
    return Optional.ofNullable(new MailDateFormat().parse(text, new ParsePosition(0)))
        .map(Date::toInstant);
  }

  /** Leaves out what changes on the way: trace lines, and how a server ends the last line. */
  private static String fingerprint(MimeEntity mail) {
    MessageDigest digest = sha256();
    for (String name : new String[] {"Message-ID", "From", "Date", "Subject"}) {
      digest.update((mail.headers().first(name) + '\n').getBytes(StandardCharsets.UTF_8));
    }
    Slice body = mail.body();
    digest.update(body.bytes(), body.from(), end(body) - body.from());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static int end(Slice body) {
    int end = body.to();
    while (end > body.from() && Character.isWhitespace(body.bytes()[end - 1])) {
      end--;
    }
    return end;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
