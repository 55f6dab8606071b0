package org.mailroom.console;

/**
 * One more entry of the menu. Every CDI bean of this type, from any archive of the application, is
 * shown below the console's own entries.
 */
public interface MenuEntry {

  /** What the menu says, in the person's language if the entry knows it. */
  String label();

  /** The page it leads to, from the root of the application, such as {@code /demo/mail.xhtml}. */
  String page();

  /** Where it stands among the other such entries; the smallest comes first. */
  int order();
}
