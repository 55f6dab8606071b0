package org.mailroom.flow;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.audit.Audit;
import org.mailroom.flow.flowable.Instances;
import org.mailroom.flow.flowable.RunHistory;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.flow.model.FlowDiagram;
import org.mailroom.flow.model.Run;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.ServiceRequests;

/**
 * The running side of flows: where a request stands, its tasks and its incidents.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class FlowRuns {
  private static final System.Logger LOG = System.getLogger(FlowRuns.class.getName());

  @EJB ServiceRequests requests;
  @Inject FlowStore store;
  @Inject Instances instances;
  @Inject RunHistory history;
  @EJB Audit audit;

  /** The run of a request's flow; empty if it runs none. */
  public Optional<FlowRunView> of(RequestNumber request) {
    return run(request).map(history::of);
  }

  /**
   * The diagram of the version the request runs on.
   *
   * @throws FlowNotFound if it runs none
   */
  public String diagram(RequestNumber request) {
    return run(request)
        .flatMap(run -> store.diagram(run.flow(), run.version()))
        .map(FlowDiagram::bpmn)
        .orElseThrow(() -> new FlowNotFound("flow of service request " + request));
  }

  /**
   * Completes a user task.
   *
   * @throws TaskNotFound if the request has no such task waiting
   */
  @Allowed(OPERATOR)
  public void complete(RequestNumber request, String task) {
    complete(request, task, Map.of());
  }

  /**
   * Completes a user task with answers, which the conditions that follow know by their names.
   *
   * @throws TaskNotFound if the request has no such task waiting
   */
  @Allowed(OPERATOR)
  public void complete(RequestNumber request, String task, Map<String, String> answers) {
    if (run(request).filter(run -> instances.complete(run, task, answers)).isEmpty()) {
      throw new TaskNotFound(task);
    }
    audit.note("task.completed", "request " + request, "task " + task);
    LOG.log(Level.INFO, "task completed request={0} task={1}", request, task);
  }

  /**
   * Runs the element of an incident again.
   *
   * @throws IncidentNotFound if the request has no such incident
   */
  @Allowed(OPERATOR)
  public void retry(RequestNumber request, String incident) {
    if (run(request).filter(run -> instances.retry(run, incident)).isEmpty()) {
      throw new IncidentNotFound(incident);
    }
    audit.note("incident.retried", "request " + request, "incident " + incident);
    LOG.log(Level.INFO, "incident retried request={0} incident={1}", request, incident);
  }

  private Optional<Run> run(RequestNumber request) {
    boolean known = Reach.ofThisCall().isEverything() || requests.find(request).isPresent();
    return known ? store.run(request) : Optional.empty();
  }
}
