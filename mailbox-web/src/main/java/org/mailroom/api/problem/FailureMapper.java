package org.mailroom.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mailroom.failure.Failure;

/** Answers the expected refusals of all components. */
@Provider
public class FailureMapper implements ExceptionMapper<Failure> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(Failure failure) {
    return Answers.of(failure, uri.getRequestUri().getRawPath());
  }
}
