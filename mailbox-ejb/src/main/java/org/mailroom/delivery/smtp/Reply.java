package org.mailroom.delivery.smtp;

/** One answer of a server: its code and all its words, on one line. */
record Reply(int code, String words) {
  private static final int CLOSING = 421;

  static Reply of(int code, String lines) {
    String words = lines.strip();
    boolean several = words.indexOf('\n') >= 0 || words.indexOf('\r') >= 0;
    return new Reply(code, several ? words.replaceAll("\\s*\\R\\s*", " ") : words);
  }

  /** Whether the server said anything: the library makes up codes when the connection is lost. */
  boolean real() {
    return code > 0;
  }

  boolean positive() {
    return code >= 200 && code < 300;
  }

  /** Whether it waits for the message. */
  boolean goAhead() {
    return code == 354;
  }

  boolean permanent() {
    return code >= 500 && code < 600;
  }

  /** The server ends the session with it. */
  boolean closing() {
    return code == CLOSING;
  }
}
