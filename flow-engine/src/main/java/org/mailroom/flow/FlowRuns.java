package org.mailroom.flow;

import jakarta.ejb.Stateless;
import java.util.Optional;
import org.mailroom.request.RequestNumber;

/**
 * The running side of flows: where a request stands, its tasks and its incidents.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class FlowRuns {
  /** The run of a request's flow; empty if it runs none. */
  public Optional<FlowRunView> of(RequestNumber request) {
    throw new UnsupportedOperationException();
  }

  /** The diagram of the version the request runs on. */
  public String diagram(RequestNumber request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Completes a user task.
   *
   * @throws TaskNotFound if the request has no such task waiting
   */
  public void complete(RequestNumber request, String task) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs the element of an incident again.
   *
   * @throws IncidentNotFound if the request has no such incident
   */
  public void retry(RequestNumber request, String incident) {
    throw new UnsupportedOperationException();
  }
}
