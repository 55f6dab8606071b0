package org.mailroom.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.failure.Failure;

/** Answers everything else: the caller gets a reference, the log gets the rest. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable trouble) {
    String path = uri.getRequestUri().getRawPath();
    return Answers.of(
        wrapped(trouble)
            .map(failure -> ProblemDocument.of(failure, path))
            .orElseGet(() -> unexpected(trouble, path)));
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
