package org.mailroom.transfer;

import jakarta.annotation.Resource;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  // each attempt finds the first item that is refused; a person mends so many at once
  private static final int MOST_ATTEMPTS = 20;

  @Inject Installed installed;
  @Inject Audit audit;
  @Resource UserTransaction transaction;

  /**
   * The whole configuration, without secrets.
   *
   * @return the same text as long as nothing changes
   */
  public String export() {
    return in(true, () -> noted(installed.export(Optional.empty()), "without secrets"));
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
    return in(true, () -> noted(installed.export(Optional.of(seal)), "with sealed secrets"));
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
    return run(document, passphrase, false);
  }

  /**
   * Applies a document, all of it or nothing. Applied again it changes nothing.
   *
   * @param passphrase needed if the document holds secrets
   * @throws InvalidConfiguration telling every problem, with line and path
   */
  public TransferReport apply(String document, Optional<Secret> passphrase) {
    return run(document, passphrase, true);
  }

  private TransferReport run(String yaml, Optional<Secret> passphrase, boolean keep) {
    Document document = DocumentReader.read(yaml);
    Optional<PassphraseSeal> seal = seal(document, passphrase);
    Attempt attempt = attempt(document, seal, Set.of(), keep);
    if (!attempt.problems().isEmpty()) {
      throw new InvalidConfiguration(all(document, seal, attempt));
    }
    return TransferReport.of(keep, attempt.changes());
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
      last = attempt(document, seal, besides, false);
      problems.addAll(last.problems());
    }
    return List.copyOf(problems);
  }

  private Attempt attempt(
      Document document, Optional<PassphraseSeal> seal, Set<Stated> besides, boolean keep) {
    return in(keep, () -> written(installed.attempt(document, seal, besides), keep));
  }

  private Attempt written(Attempt attempt, boolean keep) {
    TransferReport report = TransferReport.of(keep, attempt.changes());
    if (keep && attempt.problems().isEmpty() && report.added() + report.changed() > 0) {
      audit.note(
          "configuration.applied",
          "configuration",
          "added=%d changed=%d".formatted(report.added(), report.changed()));
    }
    return attempt;
  }

  /** Work that ends well is kept if it is wanted; an attempt with problems never is. */
  private <T> T in(boolean keep, Supplier<T> work) {
    try {
      transaction.begin();
      return finished(keep, work);
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException("The transaction of the transfer failed", e);
    }
  }

  private <T> T finished(boolean keep, Supplier<T> work) throws SystemException {
    T result = null;
    try {
      result = work.get();
      return result;
    } finally {
      boolean clean = !(result instanceof Attempt attempt) || attempt.problems().isEmpty();
      finish(keep && result != null && clean);
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
