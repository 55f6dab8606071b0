package org.mailroom.api.json;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import org.mailroom.api.problem.BadCall;

/** Refuses paths and parameters that no database could look up. */
@Provider
public class UnstorableAddresses implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext call) {
    if (!isStorable(call.getUriInfo())) {
      throw BadCall.of("NUL_CHARACTER", "", "Address and parameters cannot hold a NUL character.");
    }
  }

  private static boolean isStorable(UriInfo uri) {
    return Texts.isStorable(uri.getPath())
        && uri.getQueryParameters().values().stream()
            .flatMap(Collection::stream)
            .allMatch(Texts::isStorable);
  }
}
