package org.mailroom.api.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.api.problem.BadCall;

/** The fingerprint of the dry run that an application is based on: header If-Match. */
final class Previewed {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9a-f]{64})\"");
  private static final String WHATEVER = "*";

  private Previewed() {}

  /**
   * @return empty to apply whatever comes of it
   */
  static Optional<String> of(String ifMatch) {
    return Optional.ofNullable(ifMatch)
        .map(String::strip)
        .filter(tag -> !tag.equals(WHATEVER))
        .map(Previewed::inTag);
  }

  private static String inTag(String tag) {
    Matcher matcher = TAG.matcher(tag);
    if (!matcher.matches()) {
      throw BadCall.of(
          "IF_MATCH", "If-Match", "\"If-Match\" must be the ETag of a dry run of this document.");
    }
    return matcher.group(1);
  }
}
