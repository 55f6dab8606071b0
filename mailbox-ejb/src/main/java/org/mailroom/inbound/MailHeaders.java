package org.mailroom.inbound;

import java.util.List;
import java.util.Locale;
import org.mailroom.inbound.mime.HeaderReader;

/** The header of a mail as people read it: unfolded, encoded words decoded, in its order. */
public record MailHeaders(List<Line> lines) {
  public static final MailHeaders NONE = new MailHeaders(List.of());

  /** One header. */
  public record Line(String name, String value) {}

  public MailHeaders {
    lines = List.copyOf(lines);
  }

  /** Reads what there is. Never fails. */
  public static MailHeaders of(byte[] raw) {
    return new MailHeaders(HeaderReader.lines(raw));
  }

  /** All values of a header, its name in any case. */
  public List<String> values(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return lines.stream()
        .filter(line -> line.name().toLowerCase(Locale.ROOT).equals(wanted))
        .map(Line::value)
        .toList();
  }
}
