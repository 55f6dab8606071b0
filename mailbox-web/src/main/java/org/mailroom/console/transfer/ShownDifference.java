package org.mailroom.console.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.transfer.TransferReport.Difference;

/**
 * A difference for a page. Of long texts, such as diagrams, the lines at the beginning and the end
 * that are the same are left out.
 *
 * @param above how many lines were left out at the beginning
 * @param below and at the end
 */
public record ShownDifference(
    String field, List<String> before, List<String> after, int above, int below) {
  private static final int LONG = 4;

  static ShownDifference of(Difference difference) {
    List<String> before = lines(difference.before());
    List<String> after = lines(difference.after());
    if (Math.max(before.size(), after.size()) <= LONG) {
      return new ShownDifference(difference.field(), before, after, 0, 0);
    }
    int above = alike(before, after);
    int below = alike(reversed(rest(before, above)), reversed(rest(after, above)));
    return new ShownDifference(
        difference.field(),
        before.subList(above, before.size() - below),
        after.subList(above, after.size() - below),
        above,
        below);
  }

  /** Whether it is better folded at first. */
  public boolean isLong() {
    return before.size() + after.size() > LONG;
  }

  public String getRemoved() {
    return String.join("\n", before);
  }

  public String getAdded() {
    return String.join("\n", after);
  }

  private static List<String> lines(String text) {
    return text == null ? List.of() : text.lines().toList();
  }

  private static int alike(List<String> one, List<String> other) {
    int shorter = Math.min(one.size(), other.size());
    return (int)
        Stream.iterate(0, i -> i + 1)
            .limit(shorter)
            .takeWhile(i -> one.get(i).equals(other.get(i)))
            .count();
  }

  private static List<String> rest(List<String> lines, int from) {
    return lines.subList(from, lines.size());
  }

  private static List<String> reversed(List<String> lines) {
    List<String> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }
}
