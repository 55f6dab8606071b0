package org.mailroom.launch;

/** A setting that the person who starts Mailroom has to change; the message says which and how. */
final class BadSetting extends Exception {
  private static final long serialVersionUID = 1L;

  BadSetting(String message) {
    super(message);
  }
}
