package org.mailroom.lockout;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.lockout.jpa.FailureStore;
import org.mailroom.lockout.model.LogInFailure;
import org.mailroom.lockout.model.Subject;
import org.mailroom.lockout.model.Tally;
import org.mailroom.lockout.model.Waiting;

/**
 * Counts failed log-ins of the last hour, on all nodes together, and says who must wait.
 *
 * <p>A log-in waits from its fourth failure on, longer each time, and 15 minutes from the tenth; an
 * address from its twenty-first and fiftieth. A log-in that nobody has is treated alike. Nobody is
 * locked out for good, and tries while locked do not count. A browser that a log-in came in with
 * before is counted by itself, so that strangers who guess cannot keep its owner out.
 *
 * <p>Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class LockOuts {
  @Inject FailureStore store;
  @EJB Audit audit;
  @Inject Clock clock;

  /** Until when this log-in from there is not heard; empty if it is. */
  public Optional<Instant> lockedUntil(String login, Origin origin) {
    return latest(Subject.of(login, origin));
  }

  /** Until when nothing from there is heard; empty if it is. */
  public Optional<Instant> lockedUntil(Origin origin) {
    return latest(Subject.address(origin).stream().toList());
  }

  private Optional<Instant> latest(List<Subject> subjects) {
    Instant now = clock.instant();
    return subjects.isEmpty()
        ? Optional.empty()
        : Tally.of(store.of(subjects, now.minus(Waiting.MEMORY))).stream()
            .flatMap(tally -> tally.lockedUntil(now).stream())
            .max(Instant::compareTo);
  }

  /**
   * Counts a failure, in a transaction of its own.
   *
   * @param known the log-in as it is registered; empty if nobody has it
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(String login, Origin origin, Optional<String> known) {
    count(Subject.of(login, origin), origin, known);
  }

  /** Counts a failure that names no log-in, such as a wrong token. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(Origin origin) {
    count(Subject.address(origin).stream().toList(), origin, Optional.empty());
  }

  private void count(List<Subject> subjects, Origin origin, Optional<String> known) {
    Instant now = clock.instant();
    store.forgetBefore(now.minus(Waiting.MEMORY));
    for (Subject subject : subjects) {
      boolean address = subject.counted() == Counted.ADDRESS;
      store.add(new LogInFailure(subject, address ? origin.address() : known, now));
    }
    if (!subjects.isEmpty()) {
      Tally.of(store.of(subjects, now.minus(Waiting.MEMORY)))
          .forEach(tally -> noteLock(tally, origin));
    }
  }

  private void noteLock(Tally tally, Origin origin) {
    if (Waiting.of(tally.subject().counted()).locks(tally.failures())) {
      audit.note(
          "login.locked",
          subject(tally),
          "failures=%d address=%s".formatted(tally.failures(), origin.address().orElse("unknown")));
    }
  }

  private static String subject(Tally tally) {
    String who = tally.who().orElse("that nobody has");
    return (tally.subject().counted() == Counted.ADDRESS ? "address " : "log-in ") + who;
  }

  /** Forgets what was mistyped on a known browser. What strangers tried keeps counting. */
  public void succeeded(String login, Origin origin) {
    Subject.of(login, origin).stream()
        .filter(subject -> subject.counted() == Counted.DEVICE)
        .forEach(subject -> store.forget(subject.key()));
  }

  /** Who has failed within the last hour, the latest first. */
  @Allowed(Role.AUDITOR)
  public List<LockOutView> list() {
    Instant now = clock.instant();
    return Tally.of(store.all(now.minus(Waiting.MEMORY))).stream()
        .map(tally -> tally.view(now))
        .toList();
  }

  /** Forgets the failures behind a {@link LockOutView#key}; nothing happens if there are none. */
  @Allowed
  public void lift(String key) {
    Instant since = clock.instant().minus(Waiting.MEMORY);
    Tally.of(store.all(since)).stream()
        .filter(tally -> tally.subject().key().equals(key))
        .findFirst()
        .ifPresent(this::lift);
  }

  private void lift(Tally tally) {
    store.forget(tally.subject().key());
    audit.note("login.unlocked", subject(tally), "failures=" + tally.failures());
  }
}
