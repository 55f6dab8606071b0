package org.mailroom.request;

/** The number people know a request by; rising, with gaps. */
public record RequestNumber(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
