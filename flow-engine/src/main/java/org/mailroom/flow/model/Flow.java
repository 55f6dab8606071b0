package org.mailroom.flow.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mailroom.flow.FlowView;

/** A flow, with what its current version says about itself. */
@Entity
@Table(name = "flow")
public class Flow {
  @Id
  @Column(name = "flow_key")
  private String key;

  private String name;
  private String description;

  @Column(name = "current_version")
  private int current;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  @Version
  @Column(name = "lock_version")
  private long lock;

  protected Flow() {}

  public Flow(String key) {
    this.key = key;
  }

  /** A new version takes over. */
  public void becomes(FlowDiagram diagram, String newName, String newDescription) {
    name = newName;
    description = newDescription;
    current = diagram.version();
    savedAt = diagram.savedAt();
    savedBy = diagram.savedBy();
  }

  public int current() {
    return current;
  }

  public FlowView view() {
    return new FlowView(key, name, description, current, savedAt, savedBy);
  }
}
