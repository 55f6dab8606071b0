package org.mailroom.request;

import java.util.Optional;

/** The number people know a request by; rising, with gaps. */
public record RequestNumber(long value) {
  /** The request that a message is about, by its reference; it may be about something else. */
  public static Optional<RequestNumber> in(String reference) {
    return reference.matches("[0-9]{1,18}")
        ? Optional.of(new RequestNumber(Long.parseLong(reference)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
