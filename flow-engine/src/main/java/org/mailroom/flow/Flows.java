package org.mailroom.flow;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.contract.Contracts;
import org.mailroom.failure.Problem;
import org.mailroom.flow.bpmn.BlankDiagram;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailElements;
import org.mailroom.flow.flowable.Definitions;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.flow.model.EmailElementOutbox;
import org.mailroom.flow.model.Findings;
import org.mailroom.flow.model.Flow;
import org.mailroom.flow.model.FlowDiagram;
import org.mailroom.routing.OutboxChoice;

/**
 * Saves, checks and versions flows (BPMN 2.0 with the e-mail element of docs/flows.md).
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({OPERATOR, AUDITOR})
public class Flows {
  private static final System.Logger LOG = System.getLogger(Flows.class.getName());

  @Inject FlowStore store;
  @Inject FlowChecks checks;
  @Inject Definitions definitions;
  @EJB Contracts contracts;
  @EJB Audit audit;
  @Inject Clock clock;

  /**
   * Checks a diagram and deploys it as the next version of the flow its process id names. Running
   * requests stay on their version; a diagram equal to the current version changes nothing.
   *
   * @throws InvalidFlow telling every problem of the diagram
   */
  @Allowed
  public SavedFlow save(String bpmn) {
    Diagram diagram = Diagram.read(bpmn);
    Findings findings = checks.of(diagram);
    if (!findings.problems().isEmpty()) {
      throw new InvalidFlow(findings.problems());
    }
    int version =
        current(diagram.key())
            .filter(d -> isSame(d, diagram))
            .map(FlowDiagram::version)
            .orElseGet(() -> publish(diagram));
    return new SavedFlow(diagram.key(), version, findings.warnings());
  }

  private Optional<FlowDiagram> current(String key) {
    return store.find(key).flatMap(flow -> store.diagram(key, flow.current()));
  }

  private static boolean isSame(FlowDiagram current, Diagram diagram) {
    return current.bpmn().equals(diagram.xml());
  }

  private int publish(Diagram diagram) {
    String key = diagram.key();
    String executable = diagram.executable();
    Optional<Integer> before = store.find(key).map(Flow::current);
    int version = definitions.deploy(key, executable);
    store.publish(
        new FlowDiagram(key, version, diagram.xml(), clock.instant(), audit.caller()),
        diagram.name(),
        diagram.description(),
        outboxes(key, executable));
    audit.changed("flow.saved", "flow " + key, List.of(Change.of("version", before, version)));
    LOG.log(Level.INFO, "flow saved key={0} version={1}", key, version);
    return version;
  }

  private static List<EmailElementOutbox> outboxes(String key, String executable) {
    return EmailElements.in(executable).stream()
        .map(e -> new EmailElementOutbox(key, e.id(), e.name(), e.choice()))
        .toList();
  }

  /** Everything that is wrong with a diagram; empty if it can be saved. */
  public List<Problem> validate(String bpmn) {
    try {
      return checks.of(Diagram.read(bpmn)).problems();
    } catch (InvalidFlow unreadable) {
      return unreadable.problems();
    }
  }

  @Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
  public List<FlowView> list() {
    return store.all().stream().map(Flow::view).toList();
  }

  @Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
  public Optional<FlowView> find(String key) {
    return store.find(key).map(Flow::view);
  }

  /** Newest first. */
  public List<FlowVersion> versions(String key) {
    return store.diagrams(key).stream().map(this::version).toList();
  }

  private FlowVersion version(FlowDiagram diagram) {
    long running = definitions.running(diagram.flow(), diagram.version());
    return new FlowVersion(diagram.version(), diagram.savedAt(), diagram.savedBy(), running);
  }

  /**
   * The diagram as it was saved.
   *
   * @param version empty for the current one
   * @throws FlowNotFound if there is no such flow or version
   */
  public String diagram(String key, Optional<Integer> version) {
    return version
        .map(wanted -> store.diagram(key, wanted))
        .orElseGet(() -> current(key))
        .map(FlowDiagram::bpmn)
        .orElseThrow(
            () -> notFound(key, version.map(wanted -> " in version " + wanted).orElse("")));
  }

  /** A diagram to start from: start, one e-mail element, end. */
  public String blank(String key, String name) {
    return BlankDiagram.of(key, name);
  }

  /**
   * What an e-mail element of the current version says about its outbox.
   *
   * @throws FlowNotFound if there is no such flow or no such e-mail element
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
  public OutboxChoice outboxOf(String key, String element) {
    return store
        .element(key, element)
        .map(EmailElementOutbox::choice)
        .orElseThrow(() -> notFound(key, " with an e-mail element " + element));
  }

  /**
   * @throws FlowInUse if a contract runs it or requests are on it
   */
  @Allowed
  public void delete(String key) {
    Flow flow = store.find(key).orElseThrow(() -> notFound(key, ""));
    refuseInUse(key);
    definitions.delete(key);
    store.delete(key);
    audit.changed(
        "flow.deleted", "flow " + key, List.of(Change.of("version", flow.current(), null)));
    LOG.log(Level.INFO, "flow deleted key={0}", key);
  }

  private void refuseInUse(String key) {
    List<String> numbers =
        contracts.running(key).stream().map(contract -> "contract " + contract.number()).toList();
    if (!numbers.isEmpty()) {
      throw new FlowInUse(key, String.join(", ", numbers));
    }
    // also the ended ones: their pages show the path they took on this flow's diagram
    long runs = store.runs(key);
    if (runs > 0) {
      throw new FlowInUse(key, runs + " service requests");
    }
  }

  private static FlowNotFound notFound(String key, String detail) {
    return new FlowNotFound("flow " + key + detail);
  }
}
