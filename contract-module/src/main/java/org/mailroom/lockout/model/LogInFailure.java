package org.mailroom.lockout.model;

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
import java.util.Optional;
import org.mailroom.lockout.Counted;

/** One log-in that failed. Only ever added, so that no two writers wait for each other. */
@Entity
@Table(name = "log_in_failure")
public class LogInFailure {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_in_failure_seq")
  @SequenceGenerator(
      name = "log_in_failure_seq",
      sequenceName = "log_in_failure_seq",
      allocationSize = 50)
  private long id;

  @Enumerated(EnumType.STRING)
  private Counted kind;

  private String subject;
  private String who;

  @Column(name = "failed_at")
  private Instant at;

  protected LogInFailure() {}

  public LogInFailure(Subject subject, Optional<String> who, Instant at) {
    this.kind = subject.counted();
    this.subject = subject.key();
    this.who = who.orElse(null);
    this.at = at;
  }

  public Subject subject() {
    return new Subject(kind, subject);
  }

  public Optional<String> who() {
    return Optional.ofNullable(who);
  }

  public Instant at() {
    return at;
  }
}
