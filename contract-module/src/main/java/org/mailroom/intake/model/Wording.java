package org.mailroom.intake.model;

import java.util.regex.Pattern;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.mailbox.EmailAddress;

/** What is written down of a mail. */
public final class Wording {
  // what the mail programs of the common languages put before the subject of a forward
  private static final Pattern FORWARD =
      Pattern.compile(
          "(?i)^\\s*(?:(?:fwd?|wg|tr|rv|enc|i|vs|vl|vb|pd|doorst|ilt|ΠΡΘ|转发|轉寄|転送|전달)\\s*[:：]|\\[fwd: ).*");

  private Wording() {}

  /** What an answer says: without the tail that quotes our mail, unless that is its very point. */
  public static String answer(IncomingMail mail) {
    return mail.withRemarks(isForward(mail) ? mail.text() : QuotedTail.fold(mail.text()));
  }

  /** What a request says that a mail opens. */
  public static String opening(IncomingMail mail) {
    return mail.withRemarks(mail.text());
  }

  static boolean isForward(IncomingMail mail) {
    return FORWARD.matcher(mail.subject()).matches();
  }

  /** {@code Ana <ana@xpto.example>}. */
  public static String sender(IncomingMail mail) {
    String address = address(mail);
    return mail.fromName().isBlank() ? address : mail.fromName() + " <" + address + ">";
  }

  /** How a contact is called: by the name, or what stands before the {@code @}. */
  public static String name(IncomingMail mail) {
    String address = address(mail);
    return mail.fromName().isBlank()
        ? address.substring(0, Math.max(0, address.lastIndexOf('@')))
        : mail.fromName();
  }

  private static String address(IncomingMail mail) {
    return mail.from().map(EmailAddress::value).orElse("");
  }
}
