package org.mailroom.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.CheckRefused;

/** Turns what went wrong into answers. */
final class Answers {
  private static final Logger LOG = System.getLogger(Answers.class.getName());

  private Answers() {}

  static Response of(ProblemDocument problem) {
    // said outright, as the caller may have asked for another type than JSON
    return Response.status(problem.status())
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(problem)
        .build();
  }

  /** For an expected refusal, and when to come back if it is one of time. */
  static Response of(Failure failure, String path) {
    Response answer = of(ProblemDocument.of(failure, path));
    if (failure instanceof CheckRefused refused) {
      long seconds = Math.max(1, refused.retryAfter().toSeconds());
      return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }
    return answer;
  }

  /** For whatever is no failure by itself: the caller gets a reference, the log gets the rest. */
  static Response of(Throwable trouble, String path) {
    return wrapped(trouble)
        .map(failure -> of(failure, path))
        .orElseGet(() -> of(unexpected(trouble, path)));
  }

  // a server may wrap what left a bean, or was thrown while it committed
  static Optional<Failure> wrapped(Throwable trouble) {
    return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .findFirst();
  }

  private static ProblemDocument unexpected(Throwable trouble, String path) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "call failed reference=" + reference + " path=" + path, trouble);
    return ProblemDocument.unexpected(reference, path);
  }
}
