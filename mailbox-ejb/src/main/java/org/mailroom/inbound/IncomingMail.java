package org.mailroom.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;

/**
 * A received mail, parsed: everything decoded, nothing trusted.
 *
 * @param from empty if the mail names no readable sender
 * @param fromName may be empty
 * @param recipients To and Cc
 * @param subject decoded, one line; may be empty
 * @param text the readable body: the plain part, else the HTML part as text
 * @param html the HTML part, sanitised; may be empty. An image that came with the mail keeps {@code
 *     src="cid:..."}; one from elsewhere has its address in {@code data-remote-src} and no {@code
 *     src}, so that nothing is loaded
 * @param messageId with angle brackets; may be empty
 * @param thread In-Reply-To and References, with angle brackets, nearest first
 * @param automatic why the mail must never be answered nor open a request (RFC 3834 and the like);
 *     empty if it may
 * @param remarks what a reader should know of the mail's form, in sentences, such as that it is
 *     signed or encrypted, or names two senders; may be empty
 */
public record IncomingMail(
    ReceivedId id,
    MailboxId mailbox,
    Instant receivedAt,
    Optional<EmailAddress> from,
    String fromName,
    List<EmailAddress> recipients,
    String subject,
    String text,
    String html,
    String messageId,
    List<String> thread,
    Optional<String> automatic,
    List<Attachment> attachments,
    List<String> remarks) {

  /**
   * The readable body and behind it, in brackets, what should be known of the mail's form.
   *
   * @param text the body, or as much of it as is wanted
   */
  public String withRemarks(String text) {
    String said = remarks.stream().map("[%s]"::formatted).collect(Collectors.joining("\n"));
    return Stream.of(text, said).filter(it -> !it.isBlank()).collect(Collectors.joining("\n\n"));
  }

  /**
   * One file that came with the mail; its name is safe to show, not to use as a path.
   *
   * @param contentId by which the HTML names it (RFC 2392), without angle brackets, or the address
   *     where it was found (RFC 2557); may be empty
   */
  public record Attachment(String name, String contentType, byte[] content, String contentId) {
    /** In bytes. */
    public long size() {
      return content.length;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
