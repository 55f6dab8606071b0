package org.mailroom.attachment.model;

import java.util.Set;

/**
 * What a file is.
 *
 * @param byContent media type that the content has, narrowed by the name where both agree
 * @param byName media type that the name alone promises; {@code application/octet-stream} if its
 *     ending is not known
 * @param endings that files of the content's type have, without dot
 * @param program whether the content is a program or script
 */
public record FileType(String byContent, String byName, Set<String> endings, boolean program) {
  static final String UNKNOWN = "application/octet-stream";
  private static final String TEXT = "text/plain";

  /** Whether the content says nothing: any bytes, or any text. */
  boolean isVague() {
    return byContent.equals(UNKNOWN) || byContent.equals(TEXT);
  }
}
