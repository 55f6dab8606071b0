package org.mailroom.request;

/** A file kept with a request, with its bytes. */
public record AttachmentContent(AttachmentView attachment, byte[] content) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
