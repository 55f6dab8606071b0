package org.mailroom.console.flow;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Notices;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.failure.Problem;
import org.mailroom.flow.FlowNotFound;
import org.mailroom.flow.FlowVersion;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;
import org.mailroom.flow.InvalidFlow;
import org.mailroom.flow.SavedFlow;

/**
 * The designer of one flow. Name, key and description live in the diagram; the page's script moves
 * them between the fields and the XML.
 */
@Named
@ViewScoped
public class FlowPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a new flow is called in its diagram until the person names it. */
  private static final String NEW_KEY = "new-flow";

  @Inject Flows flows;
  @Inject Contracts contracts;
  @Inject Notices notices;

  private String key;
  private Integer version;
  private String bpmn;
  private transient FlowView flow;
  private transient List<Problem> problems = List.of();
  private transient List<Problem> warnings = List.of();

  /** Shows the flow with the key of the address, in that version, or a new one. */
  public void load() {
    bpmn = isNew() ? flows.blank(NEW_KEY, "") : flows.diagram(key, Optional.ofNullable(version));
  }

  /** Deploys the diagram as a new version; what is wrong with it is listed instead. */
  public void save() {
    try {
      saved(flows.save(bpmn));
    } catch (InvalidFlow invalid) {
      problems = invalid.problems();
      warnings = List.of();
      notices.refuse("flow.refused", problems.size());
    }
  }

  private void saved(SavedFlow saved) {
    problems = List.of();
    warnings = saved.warnings();
    key = saved.key();
    version = null;
    flow = null;
    notices.done("flow.saved", getFlow().name(), saved.version());
  }

  public boolean isNew() {
    return key == null;
  }

  /** The current version; null for a new flow. */
  public FlowView getFlow() {
    if (flow == null && !isNew()) {
      flow = flows.find(key).orElseThrow(() -> new FlowNotFound("flow " + key));
    }
    return flow;
  }

  public List<FlowVersion> getVersions() {
    return isNew() ? List.of() : flows.versions(key);
  }

  /** The contracts whose requests run this flow. */
  public List<ContractView> getContracts() {
    return isNew() ? List.of() : contracts.running(key);
  }

  public List<Problem> getProblems() {
    return problems == null ? List.of() : problems;
  }

  public List<Problem> getWarnings() {
    return warnings == null ? List.of() : warnings;
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getBpmn() {
    return bpmn;
  }

  public void setBpmn(String bpmn) {
    this.bpmn = bpmn;
  }
}
