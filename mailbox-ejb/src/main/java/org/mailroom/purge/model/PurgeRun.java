package org.mailroom.purge.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.purge.PurgeRunView;
import org.mailroom.purge.PurgeState;
import org.mailroom.purge.PurgeTask.Removed;

/** One purge: how far it has come, and which node is at it. Changed while its row is locked. */
@Entity
@Table(name = "purge_run")
public class PurgeRun {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int MAX_TROUBLE = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purge_run_seq")
  @SequenceGenerator(name = "purge_run_seq", sequenceName = "purge_run_seq", allocationSize = 50)
  private Long id;

  @Column(name = "started_by")
  private String by;

  @Column(name = "started_at")
  private Instant startedAt;

  @Enumerated(EnumType.STRING)
  private PurgeState state = PurgeState.RUNNING;

  private long total;
  private long done;
  private long freed;
  private String task = "";

  @Column(name = "after_id")
  private long afterId;

  @Column(name = "lease_node")
  private String node;

  @Column(name = "lease_until")
  private Instant until;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String trouble;

  protected PurgeRun() {}

  public PurgeRun(String by, Instant now, long total) {
    this.by = by;
    this.startedAt = now;
    this.total = total;
  }

  /** Whether another node is at it, and alive as far as one can tell. */
  public boolean isOthers(String me, Instant now) {
    return node != null && !node.equals(me) && now.isBefore(until);
  }

  /** Makes it this node's for a while. */
  public void take(String me, Instant now) {
    node = me;
    until = now.plus(LEASE);
  }

  /** Whether a task is behind it: they are taken in the order of their names. */
  public boolean isPast(String name) {
    return name.compareTo(task) < 0;
  }

  /** Goes to a task; one that it is at already goes on where it was. */
  public void at(String name) {
    if (!name.equals(task)) {
      task = name;
      afterId = 0;
    }
  }

  public void removed(Removed removed) {
    done += removed.amount().items();
    freed += removed.amount().bytes();
    afterId = removed.lastId();
  }

  /** The task at hand is finished. */
  public void finished() {
    at(task + " done");
  }

  public void stop() {
    state = PurgeState.STOPPING;
  }

  public void end(PurgeState how, Instant now) {
    state = how;
    endedAt = now;
    node = null;
    until = null;
  }

  public void fail(String why, Instant now) {
    end(PurgeState.FAILED, now);
    trouble = why.substring(0, Math.min(MAX_TROUBLE, why.length()));
  }

  public Long id() {
    return id;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public PurgeState state() {
    return state;
  }

  public long afterId() {
    return afterId;
  }

  public PurgeRunView view() {
    return new PurgeRunView(id, by, startedAt, state, total, done, freed, endedAt, trouble);
  }

  @Override
  public String toString() {
    return "purge %d %s at %s after %d".formatted(id, state, task, afterId);
  }
}
