package org.mailroom.api.problem;

import jakarta.ws.rs.core.Response;

/** Turns problem documents into answers. */
final class Answers {
  private Answers() {}

  static Response of(ProblemDocument problem) {
    // said outright, as the caller may have asked for another type than JSON
    return Response.status(problem.status())
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(problem)
        .build();
  }
}
