package org.mailroom.environment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Gives every component what surrounds the application: settings, time, and this node's name. */
@ApplicationScoped
class Surroundings {
  @Produces
  @Singleton
  Environment environment() {
    return Environment.ofProcess();
  }

  /**
   * In the time zone of the server: a contract ends when its last day ends here. A proxy, so that
   * view beans may hold it.
   */
  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  @Produces
  @Singleton
  NodeId node(Environment environment) {
    return NodeId.in(environment.dataDirectory());
  }
}
