package org.mailroom.api.problem;

import java.util.Map;

/** What to do about the refusals that HTTP itself knows. */
final class HttpWords {
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "The call cannot be read.",
          404, "There is nothing at this address. docs/rest.md and /openapi list the calls.",
          405, "This address does not take this method. The header Allow names those it takes.",
          406, "This call cannot answer with a media type of the header Accept.",
          413, "The body is too large.",
          415, "This call does not take this Content-Type. Most take application/json.");

  private HttpWords() {}

  static String detail(int status) {
    return DETAILS.getOrDefault(status, "The call was refused.");
  }
}
