package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The parts of the application, by how a caller shows who they are. */
enum Area {
  /** HTTP Basic with every call; a session counts for nothing here, so no other site can use it. */
  API,
  /** What the server itself offers to programs that operators use; a person's session will do. */
  TOOLS,
  /** The log-in page and a session. */
  PAGES;

  private static final Set<String> API_PATHS = Set.of("/api");
  private static final Set<String> TOOL_PATHS = Set.of("/openapi", "/metrics");

  // the path by which the container chose the servlet, so no spelling of a path changes the rules
  static Area of(HttpServletRequest request) {
    return of(request.getServletPath());
  }

  static Area of(String servletPath) {
    if (API_PATHS.contains(servletPath)) {
      return API;
    }
    return TOOL_PATHS.contains(servletPath) ? TOOLS : PAGES;
  }
}
