package org.mailroom.request;

/** A file to be kept with a request. */
public record NewAttachment(String name, String contentType, byte[] content) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
