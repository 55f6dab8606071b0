package org.mailroom.inbound.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.inbound.ReceivedId;

/**
 * A stored mail that is to be processed, and what tells of which conversation it is.
 *
 * @param thread the mails that it answers, with a space between them
 * @param size in bytes, as its server said
 */
public record Waiting(
    ReceivedId id, String sender, String subject, String messageId, String thread, long size) {
  // "Re:", "AW:", "Fwd[2]:", in whatever language
  private static final Pattern ANSWERING = Pattern.compile("^(\\s*\\p{L}{1,5}(\\[\\d+])?\\s*:)+");

  /** Two mails that share any of these are taken to be of one conversation. */
  Stream<String> marks() {
    String topic = ANSWERING.matcher(subject).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    Stream<String> said = Stream.of("from " + sender.toLowerCase(Locale.ROOT), "about " + topic);
    Stream<String> ids = Stream.concat(Stream.of(messageId), Arrays.stream(thread.split(" ")));
    return Stream.concat(said.filter(it -> !it.endsWith(" ")), ids.filter(id -> !id.isEmpty()));
  }
}
