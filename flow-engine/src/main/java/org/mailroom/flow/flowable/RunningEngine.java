package org.mailroom.flow.flowable;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.flowable.engine.ProcessEngine;

/**
 * The engine of this node, for whoever asks it something. No session bean: the engine joins the
 * caller's transaction by itself, and needs no container's rules about locks and transactions in
 * between.
 */
@ApplicationScoped
public class RunningEngine {
  @EJB Engine starter;

  private volatile ProcessEngine engine;

  /** Waits for the engine if the application is still starting. */
  public ProcessEngine get() {
    if (engine == null) {
      starter.ready();
    }
    return engine;
  }

  public void is(ProcessEngine started) {
    engine = started;
  }
}
