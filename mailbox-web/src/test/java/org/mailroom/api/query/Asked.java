package org.mailroom.api.query;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Date;
import java.util.List;

/**
 * A call that has the answer already, or not.
 *
 * @param known whether it has
 */
record Asked(boolean known) implements Request {
  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public Variant selectVariant(List<Variant> variants) {
    return null;
  }

  @Override
  public Response.ResponseBuilder evaluatePreconditions(EntityTag tag) {
    return known ? Response.notModified() : null;
  }

  @Override
  public Response.ResponseBuilder evaluatePreconditions(Date modified) {
    return null;
  }

  @Override
  public Response.ResponseBuilder evaluatePreconditions(Date modified, EntityTag tag) {
    return null;
  }

  @Override
  public Response.ResponseBuilder evaluatePreconditions() {
    return null;
  }
}
