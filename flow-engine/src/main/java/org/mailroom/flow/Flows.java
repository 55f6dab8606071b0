package org.mailroom.flow;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.routing.OutboxChoice;

/**
 * Saves, checks and versions flows (BPMN 2.0 with the e-mail element of docs/flows.md).
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class Flows {
  /**
   * Checks a diagram and deploys it as the next version of the flow its process id names. Running
   * requests stay on their version; a diagram equal to the current version changes nothing.
   *
   * @throws InvalidFlow telling every problem of the diagram
   */
  public SavedFlow save(String bpmn) {
    throw new UnsupportedOperationException();
  }

  /** Everything that is wrong with a diagram; empty if it can be saved. */
  public List<Problem> validate(String bpmn) {
    throw new UnsupportedOperationException();
  }

  public List<FlowView> list() {
    throw new UnsupportedOperationException();
  }

  public Optional<FlowView> find(String key) {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  public List<FlowVersion> versions(String key) {
    throw new UnsupportedOperationException();
  }

  /**
   * The diagram as it was saved.
   *
   * @param version empty for the current one
   * @throws FlowNotFound if there is no such flow or version
   */
  public String diagram(String key, Optional<Integer> version) {
    throw new UnsupportedOperationException();
  }

  /** A diagram to start from: start, one e-mail element, end. */
  public String blank(String key, String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * What an e-mail element of the current version says about its outbox.
   *
   * @throws FlowNotFound if there is no such flow or no such e-mail element
   */
  public OutboxChoice outboxOf(String key, String element) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws FlowInUse if a contract runs it or requests are on it
   */
  public void delete(String key) {
    throw new UnsupportedOperationException();
  }
}
