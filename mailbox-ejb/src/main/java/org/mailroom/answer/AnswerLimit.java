package org.mailroom.answer;

import static org.mailroom.access.Role.OPERATOR;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.answer.jpa.AnsweredStore;
import org.mailroom.answer.model.AnswerAllowance;
import org.mailroom.answer.model.Answered;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;

/**
 * Limits the answers that mail of one sender causes: at most ten in 180 minutes, unless the
 * operator has set another number or time, and never two of the same subject in a row to different
 * mails. What is said of a robot by its headers (RFC 3834) ends most loops before; this ends those
 * of robots that hide what they are. Kept in the database, for all nodes together. Joins the
 * caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class AnswerLimit {
  private static final Duration KEPT = Duration.ofDays(1);

  @Inject AnsweredStore store;
  @Inject Clock clock;
  @Inject Environment environment;
  AnswerAllowance allowance;

  @PostConstruct
  void start() {
    allowance = AnswerAllowance.of(environment);
  }

  /**
   * Takes the right to answer.
   *
   * @param sender whose mail causes the answer
   * @param cause which mail that is; several answers to the same mail may share a subject
   * @param subject of the answer
   * @return why the answer must wait for a person; empty if it may leave
   */
  @Allowed(OPERATOR)
  public Optional<String> refusal(EmailAddress sender, String cause, String subject) {
    Instant now = clock.instant();
    Answered answered = store.locked(sender).orElseGet(() -> store.add(sender));
    Optional<String> refusal = answered.refusal(cause, subject, now, allowance);
    if (refusal.isEmpty()) {
      answered.note(cause, subject, now, allowance);
    }
    return refusal;
  }

  /** Forgets those that were answered long ago. */
  public void forgetOld() {
    store.removeBefore(clock.instant().minus(KEPT));
  }
}
