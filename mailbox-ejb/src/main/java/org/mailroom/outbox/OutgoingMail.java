package org.mailroom.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/**
 * A message to be sent, before it is rendered.
 *
 * @param route how and as whom it leaves
 * @param explanation one sentence: why this route
 * @param to at least one recipient; doubles (ignoring case) are dropped
 * @param replyTo where answers go; empty for From
 * @param subject one line; line breaks become spaces
 * @param text the plain part; empty to derive it from the HTML part
 * @param html the HTML part, already safe; empty for a plain message
 * @param thread Message-IDs (with angle brackets) of the conversation so far, oldest first; the
 *     last one becomes In-Reply-To
 * @param reference what the message is about, such as a request's number; messages are found by it
 * @param party on whose behalf it is sent, such as a contract's number; figures are kept by it
 * @param priority how it stands to other mail of the same way
 * @param origin which element or notice made it, for the log
 * @param hold why it must wait for a person from the start; empty to queue it
 */
public record OutgoingMail(
    Route route,
    String explanation,
    List<EmailAddress> to,
    Optional<EmailAddress> replyTo,
    String subject,
    String text,
    String html,
    List<String> thread,
    String reference,
    String party,
    Priority priority,
    String origin,
    Optional<String> hold) {
  /** Which mail goes before other mail that leaves by the same way. */
  public enum Priority {
    /** A person waits for it: they have just done what causes it. */
    PERSON(0),
    /** All the rest. */
    ROUTINE(1);

    private final int rank;

    Priority(int rank) {
      this.rank = rank;
    }

    /** Lower goes first. */
    public int rank() {
      return rank;
    }
  }

  public OutgoingMail {
    to = distinct(to);
    thread = List.copyOf(thread);
  }

  private static List<EmailAddress> distinct(List<EmailAddress> addresses) {
    Map<String, EmailAddress> byName = new LinkedHashMap<>();
    addresses.forEach(a -> byName.putIfAbsent(a.value().toLowerCase(Locale.ROOT), a));
    return List.copyOf(byName.values());
  }
}
