package org.mailroom.request;

/**
 * A file to be kept with a request.
 *
 * @param contentId by which the HTML of its mail names it (RFC 2392), without angle brackets; may
 *     be empty
 */
public record NewAttachment(String name, String contentType, byte[] content, String contentId) {
  public NewAttachment(String name, String contentType, byte[] content) {
    this(name, contentType, content, "");
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
