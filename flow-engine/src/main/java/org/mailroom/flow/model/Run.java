package org.mailroom.flow.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mailroom.request.RequestNumber;

/** That a request runs, or has run, one version of a flow. */
@Entity
@Table(name = "flow_run")
public class Run {
  @Id
  @Column(name = "request_number")
  private long request;

  @Column(name = "flow_key")
  private String flow;

  private int version;

  @Column(name = "instance_id")
  private String instance;

  protected Run() {}

  public Run(RequestNumber request, String flow, int version, String instance) {
    this.request = request.value();
    this.flow = flow;
    this.version = version;
    this.instance = instance;
  }

  public String flow() {
    return flow;
  }

  public int version() {
    return version;
  }

  /** The engine's name for it. */
  public String instance() {
    return instance;
  }
}
