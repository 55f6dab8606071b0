package org.mailroom.transfer;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.model.Document;
import org.mailroom.transfer.model.Stated;
import org.mailroom.transfer.seal.PassphraseSeal;
import org.mailroom.transfer.yaml.DocumentReader;
import org.mailroom.vault.Secret;

/**
 * Moves the configuration between systems as one YAML document (docs/configuration-as-code.md):
 * mailboxes, the default outbox, groups, templates, flows, and contracts with their clients, each
 * known by its name and never by an id.
 *
 * <p>A document states each of its items whole; what it does not mention is left alone. A preview
 * applies the document by the same service beans and rolls back, so it tells what would come of it,
 * and leaves nothing behind. Each call runs in a transaction of its own, outside the caller's.
 * Stateless and thread-safe; for administrators.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@Allowed
public class Transfer {
  private static final System.Logger LOG = System.getLogger(Transfer.class.getName());
  // each attempt finds the first item that is refused; a person mends so many at once
  private static final int MOST_ATTEMPTS = 20;

  @Inject Installed installed;
  @EJB Audit audit;
  @Resource UserTransaction transaction;

  /**
   * The whole configuration, without secrets.
   *
   * @return the same text as long as nothing changes
   */
  public String export() {
    return in(() -> noted(installed.export(Optional.empty()), "without secrets"), e -> true);
  }

  /**
   * The whole configuration, with its secrets sealed by a passphrase.
   *
   * @throws InvalidConfiguration if the passphrase is shorter than 12 characters
   */
  public String exportSealed(Secret passphrase) {
    if (passphrase.reveal().length() < PassphraseSeal.MIN_PASSPHRASE) {
      throw passphrase(
          "PASSPHRASE_SHORT",
          "A passphrase has at least %d characters.".formatted(PassphraseSeal.MIN_PASSPHRASE));
    }
    PassphraseSeal seal = PassphraseSeal.fresh(passphrase);
    return in(() -> noted(installed.export(Optional.of(seal)), "with sealed secrets"), e -> true);
  }

  private String noted(String document, String detail) {
    audit.note("configuration.exported", "configuration", detail);
    return document;
  }

  /**
   * What applying a document would change. Changes nothing.
   *
   * @param passphrase needed if the document holds secrets
   * @throws InvalidConfiguration telling every problem, with line and path
   */
  public TransferReport preview(String document, Optional<Secret> passphrase) {
    return run(document, passphrase, Wish.PREVIEW);
  }

  /**
   * Applies a document, all of it or nothing. Applied again it changes nothing.
   *
   * @param passphrase needed if the document holds secrets
   * @param previewed the fingerprint of the preview that a person has seen; empty applies whatever
   *     comes of it
   * @throws InvalidConfiguration telling every problem, with line and path
   * @throws ConfigurationMoved if it would change something else than was seen; nothing is changed
   */
  public TransferReport apply(
      String document, Optional<Secret> passphrase, Optional<String> previewed) {
    return run(document, passphrase, new Wish(true, previewed));
  }

  /**
   * What is to become of a document that has no problems.
   *
   * @param seen the only fingerprint to keep; empty for any
   */
  private record Wish(boolean keep, Optional<String> seen) {
    static final Wish PREVIEW = new Wish(false, Optional.empty());

    boolean isFulfilledBy(Attempt attempt) {
      return attempt.problems().isEmpty() && seen.filter(s -> !isOf(attempt, s)).isEmpty();
    }

    private static boolean isOf(Attempt attempt, String fingerprint) {
      return attempt.fingerprint().equals(fingerprint);
    }
  }

  private TransferReport run(String yaml, Optional<Secret> passphrase, Wish wish) {
    Document document = DocumentReader.read(yaml);
    Optional<PassphraseSeal> seal = seal(document, passphrase);
    Attempt attempt = attempt(document, seal, Set.of(), wish);
    if (!attempt.problems().isEmpty()) {
      throw new InvalidConfiguration(all(document, seal, attempt));
    }
    if (!wish.isFulfilledBy(attempt)) {
      throw new ConfigurationMoved(attempt.report(false));
    }
    return attempt.report(wish.keep());
  }

  private static Optional<PassphraseSeal> seal(Document document, Optional<Secret> passphrase) {
    if (document.sealing().isEmpty() || passphrase.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PassphraseSeal.of(document.sealing().get(), passphrase.get()));
    } catch (IllegalArgumentException unknown) {
      throw passphrase(
          "SEALING_UNKNOWN", "The secrets are sealed in a way that is not known here.");
    }
  }

  private static InvalidConfiguration passphrase(String code, String message) {
    return new InvalidConfiguration(List.of(new Problem(code, "secrets", message)));
  }

  /** Leaves out what was refused and goes on, so that all is told at once. */
  private List<Problem> all(Document document, Optional<PassphraseSeal> seal, Attempt first) {
    Set<Problem> problems = new LinkedHashSet<>(first.problems());
    Set<Stated> besides = new HashSet<>();
    Attempt last = first;
    for (int i = 0; i < MOST_ATTEMPTS && last.refused().isPresent(); i++) {
      besides.add(last.refused().get());
      last = attempt(document, seal, besides, Wish.PREVIEW);
      problems.addAll(last.problems());
    }
    return List.copyOf(problems);
  }

  private Attempt attempt(
      Document document, Optional<PassphraseSeal> seal, Set<Stated> besides, Wish wish) {
    // the beans log each change when it is made, and know nothing of what becomes of it
    LOG.log(Level.INFO, "configuration.trying: until it is kept, this thread has changed nothing");
    return in(() -> installed.attempt(document, seal, besides), a -> kept(a, wish));
  }

  private boolean kept(Attempt attempt, Wish wish) {
    boolean kept = wish.keep() && wish.isFulfilledBy(attempt);
    TransferReport report = attempt.report(kept);
    if (kept && report.added() + report.changed() > 0) {
      String counts = "added=%d changed=%d".formatted(report.added(), report.changed());
      audit.note("configuration.applied", "configuration", counts);
    }
    LOG.log(Level.INFO, kept ? "configuration.kept" : "configuration.rolled-back");
    return kept;
  }

  /** Keeps what is worth it of work that ends well. */
  private <T> T in(Supplier<T> work, Predicate<T> worth) {
    try {
      transaction.begin();
      return finished(work, worth);
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException("The transaction of the transfer failed", e);
    }
  }

  private <T> T finished(Supplier<T> work, Predicate<T> worth) throws SystemException {
    boolean keep = false;
    try {
      T result = work.get();
      keep = worth.test(result);
      return result;
    } finally {
      finish(keep);
    }
  }

  private void finish(boolean keep) throws SystemException {
    if (!keep) {
      transaction.rollback();
      return;
    }
    try {
      transaction.commit();
    } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
      throw new IllegalStateException("The transfer could not be committed", e);
    }
  }
}
