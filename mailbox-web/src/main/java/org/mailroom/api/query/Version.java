package org.mailroom.api.query;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.api.problem.BadCall;

/**
 * The version of a resource that a change is based on: header If-Match, or a property of the body.
 */
public final class Version {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
  private static final String WHATEVER = "*";

  private Version() {}

  /**
   * @param ifMatch the header; it counts before the body
   * @return empty to change whatever is there
   */
  public static Optional<Long> of(String ifMatch, Long inBody) {
    return ifMatch == null || ifMatch.strip().equals(WHATEVER)
        ? Optional.ofNullable(inBody)
        : Optional.of(inTag(ifMatch.strip()));
  }

  private static long inTag(String tag) {
    var matcher = TAG.matcher(tag);
    if (!matcher.matches()) {
      throw BadCall.of(
          "IF_MATCH", "If-Match", "\"If-Match\" must be an ETag of this resource, such as \"3\".");
    }
    return Long.parseLong(matcher.group(1));
  }
}
