package org.mailroom.api.json;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Takes a body without Content-Type, and an absent one, for JSON. */
@Provider
@PreMatching
public class UntypedBodies implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext call) {
    if (call.getMediaType() == null) {
      call.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }
}
