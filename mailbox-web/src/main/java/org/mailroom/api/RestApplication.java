package org.mailroom.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All of {@code /api}. The version is part of each resource's path, so that a wrong one is answered
 * with a problem document too.
 */
@ApplicationPath("api")
public class RestApplication extends Application {
  // OpenAPI describes the calls; Jersey's own description would be a second truth
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
