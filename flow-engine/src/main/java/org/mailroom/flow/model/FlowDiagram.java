package org.mailroom.flow.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a flow, as it was drawn. Never changed. */
@Entity
@Table(name = "flow_diagram")
public class FlowDiagram {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flow_diagram_seq")
  @SequenceGenerator(
      name = "flow_diagram_seq",
      sequenceName = "flow_diagram_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "flow_key")
  private String flow;

  private int version;
  @Lob private String bpmn;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  protected FlowDiagram() {}

  public FlowDiagram(String flow, int version, String bpmn, Instant savedAt, String savedBy) {
    this.flow = flow;
    this.version = version;
    this.bpmn = bpmn;
    this.savedAt = savedAt;
    this.savedBy = savedBy;
  }

  public String flow() {
    return flow;
  }

  public int version() {
    return version;
  }

  public String bpmn() {
    return bpmn;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public String savedBy() {
    return savedBy;
  }
}
