package org.mailroom.watch.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.mailroom.watch.BulkAction;
import org.mailroom.watch.BulkRunId;
import org.mailroom.watch.BulkRunView;
import org.mailroom.watch.BulkState;

/** Something that is done to many mailboxes, one after the other. */
@Entity
@Table(name = "bulk_run")
public class BulkRun {
  @Id
  @SequenceGenerator(name = "bulk_run_seq", sequenceName = "bulk_run_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bulk_run_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  private BulkAction action;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected BulkRun() {}

  public BulkRun(BulkAction action, String startedBy, Instant now) {
    this.action = action;
    this.startedBy = startedBy;
    this.startedAt = now;
  }

  public BulkRunId id() {
    return new BulkRunId(id);
  }

  public BulkAction action() {
    return action;
  }

  public boolean isBy(String person) {
    return startedBy.equals(person);
  }

  /** Nothing more is begun. */
  public void stop(Instant now) {
    if (stoppedAt == null && endedAt == null) {
      stoppedAt = now;
    }
  }

  /** Nothing is left to do. */
  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  /**
   * @param counts how many mailboxes are in each state
   */
  public BulkRunView view(Map<BulkState, Long> counts) {
    return new BulkRunView(
        id(),
        action,
        startedBy,
        startedAt,
        endedAt,
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.getOrDefault(BulkState.DONE, 0L),
        counts.getOrDefault(BulkState.FAILED, 0L),
        counts.getOrDefault(BulkState.STOPPED, 0L));
  }
}
