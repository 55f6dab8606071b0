package org.mailroom.outbox.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headers that tie a message to its conversation (RFC 5322 3.6.4). */
final class ThreadHeaders {
  static final int MOST_REFERENCES = 1500;

  // one to a line, as a line may have 998 characters and a space alone may not fold it in time
  private static final String FOLD = "\r\n ";
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{3,900}>");

  private final List<String> thread;

  /**
   * @param messageIds oldest first; what is no Message-ID is left out
   */
  ThreadHeaders(List<String> messageIds) {
    thread =
        messageIds.stream()
            .map(String::strip)
            .filter(id -> MESSAGE_ID.matcher(id).matches())
            .distinct()
            .toList();
  }

  Optional<String> inReplyTo() {
    return thread.isEmpty() ? Optional.empty() : Optional.of(thread.get(thread.size() - 1));
  }

  /** The first, which names the conversation, and as many of the newest as there is room for. */
  Optional<String> references() {
    if (thread.isEmpty()) {
      return Optional.empty();
    }
    String first = thread.get(0);
    Deque<String> kept = new ArrayDeque<>();
    int room = MOST_REFERENCES - first.length();
    for (int i = thread.size() - 1; i > 0 && fits(thread.get(i), room); i--) {
      kept.addFirst(thread.get(i));
      room -= FOLD.length() + thread.get(i).length();
    }
    kept.addFirst(first);
    return Optional.of(String.join(FOLD, kept));
  }

  private static boolean fits(String id, int room) {
    return FOLD.length() + id.length() <= room;
  }
}
