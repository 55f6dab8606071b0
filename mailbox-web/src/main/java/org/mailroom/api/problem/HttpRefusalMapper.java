package org.mailroom.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what HTTP itself refuses: unknown paths, wrong methods and media types. */
@Provider
public class HttpRefusalMapper implements ExceptionMapper<WebApplicationException> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(WebApplicationException refusal) {
    var problem = ProblemDocument.of(refusal, uri.getRequestUri().getRawPath());
    // keeps headers such as Allow
    return Response.fromResponse(refusal.getResponse())
        .type(ProblemDocument.MEDIA_TYPE)
        .entity(problem)
        .build();
  }
}
