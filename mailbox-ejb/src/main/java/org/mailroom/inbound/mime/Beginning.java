package org.mailroom.inbound.mime;

/** A mail as it was stored, made ready to be read: what programs put before it is passed over. */
final class Beginning {
  private static final int MAX_LINE = 1_000;
  private static final int MAX_SKIPPED = 100;

  private Beginning() {}

  static Slice of(byte[] raw) {
    Slice mail = Slice.of(withLineFeeds(raw));
    int at = mail.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
    Slice marked = mail.part(at, mail.to());
    return marked.part(firstHeader(marked), mail.to());
  }

  /** Behind empty lines, if a header follows them. */
  private static int firstHeader(Slice mail) {
    int at = mail.from();
    for (int skipped = 0; skipped < MAX_SKIPPED && at < mail.to(); skipped++) {
      String line = mail.head(at, MAX_LINE);
      if (!line.isBlank()) {
        return HeaderBlock.isKnown(line) || line.startsWith("From ") ? at : mail.from();
      }
      at = mail.nextLine(at);
    }
    return mail.from();
  }

  /** Old Macs ended lines with a carriage return alone. */
  private static byte[] withLineFeeds(byte[] raw) {
    boolean returns = false;
    for (byte b : raw) {
      if (b == '\n') {
        return raw;
      }
      returns |= b == '\r';
    }
    return returns ? replaced(raw) : raw;
  }

  private static byte[] replaced(byte[] raw) {
    byte[] lines = raw.clone();
    for (int at = 0; at < lines.length; at++) {
      if (lines[at] == '\r') {
        lines[at] = '\n';
      }
    }
    return lines;
  }
}
