package org.mailroom.api.problem;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers what nobody expected of a service bean. Jersey's own mapper for these asks another mapper
 * twice, so that the log would name two references for one call.
 */
@Provider
public class BeanTroubleMapper implements ExceptionMapper<EJBException> {
  @Context UriInfo uri;

  @Override
  public Response toResponse(EJBException trouble) {
    return Answers.of(trouble, uri.getRequestUri().getRawPath());
  }
}
