package org.mailroom.installation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which installation the database belongs to. */
@Entity
@Table(name = "installation")
public class Home {
  public static final int THE_ROW = 1;

  @Id private int id;

  @Column(name = "installation_id")
  private String installation;

  private Instant since;

  protected Home() {}

  public Home(String installation, Instant since) {
    this.id = THE_ROW;
    become(installation, since);
  }

  /** From now on the database is that of another installation. */
  public final void become(String newInstallation, Instant now) {
    installation = newInstallation;
    since = now;
  }

  public String installation() {
    return installation;
  }

  public Instant since() {
    return since;
  }
}
