package org.mailroom.mailbox;

import java.util.List;

/**
 * The folders of an account, each below the one it belongs to.
 *
 * @param report how far it came
 */
public record MailFolders(CheckReport report, List<MailFolder> folders) {
  static MailFolders failed(CheckReport report) {
    return new MailFolders(report, List.of());
  }

  /**
   * @param path the name to choose it by
   * @param name the last part of the path
   * @param depth 0 at the top
   * @param selectable whether it holds messages, and not only folders
   * @param purpose what the server says it is for, such as {@code Junk} (RFC 6154); empty if it
   *     says nothing
   * @param messages how many it holds; null if that was too dear to ask
   */
  public record MailFolder(
      String path, String name, int depth, boolean selectable, String purpose, Integer messages) {}
}
