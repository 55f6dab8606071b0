package org.mailroom.mailbox.check;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;

/** Looks for one marked message in a folder, among those that came after it began to look. */
interface Arrival extends AutoCloseable {
  /** Remembers where the folder ends now. */
  void begin() throws MessagingException, StepFailed;

  /** Whether the message is there now. */
  boolean isThere() throws MessagingException, IOException;

  /** Removes the message that was found, and no other. */
  Seen remove() throws MessagingException;

  @Override
  void close();

  /** The value of a header, of which there may be none. */
  static Optional<String> first(String[] values) {
    return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0].strip());
  }
}
