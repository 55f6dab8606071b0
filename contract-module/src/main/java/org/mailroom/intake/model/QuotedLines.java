package org.mailroom.intake.model;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Which lines repeat an earlier mail, by the mark at their beginning. */
final class QuotedLines {
  private static final String QUOTE = ">";
  private static final int FULL = 60;
  private static final int END = 300;
  private static final Pattern OPEN_ANGLE =
      Pattern.compile("<(?:[^<>\\s]{0,200}[@/][^<>\\s]{0,200})?$");
  private static final Pattern CLOSED_ANGLE = Pattern.compile("[^<>\\s]{0,200}>");
  private static final Pattern OPEN_LINK = Pattern.compile("\\(https?://[^()\\s]{1,200}$");
  private static final Pattern CLOSED_LINK = Pattern.compile("[^()\\s]{0,200}\\)");

  private final List<String> lines;
  private final BitSet quoted = new BitSet();

  QuotedLines(List<String> lines) {
    this.lines = lines;
    for (int at = 0; at < lines.size(); at++) {
      quoted.set(at, goesOn(at) ? quoted.get(at - 1) : isMarked(at) || isWrapped(at));
    }
  }

  boolean at(int line) {
    return quoted.get(line);
  }

  private boolean isMarked(int at) {
    return at < lines.size() && lines.get(at).startsWith(QUOTE);
  }

  /** Whether it closes what the line above opens: that may be all that its mark means. */
  private boolean goesOn(int at) {
    return at > 0 && (divided(OPEN_ANGLE, CLOSED_ANGLE, at) || divided(OPEN_LINK, CLOSED_LINK, at));
  }

  private boolean divided(Pattern open, Pattern closed, int at) {
    String above = lines.get(at - 1).stripTrailing();
    return closed.matcher(lines.get(at)).lookingAt()
        && open.matcher(above.substring(Math.max(0, above.length() - END))).find();
  }

  /** The rest of a quoted line that was too long for a program that knows no marks. */
  private boolean isWrapped(int at) {
    return at > 0
        && isMarked(at - 1)
        && isMarked(at + 1)
        && isCutOff(lines.get(at - 1).stripTrailing())
        && lines.get(at).codePoints().limit(1).allMatch(Character::isLowerCase);
  }

  private static boolean isCutOff(String line) {
    return line.length() >= FULL && ".:!?;".indexOf(line.charAt(line.length() - 1)) < 0;
  }
}
