package org.mailroom.vault;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.vault.jpa.KeyRecords;
import org.mailroom.vault.model.Rotation;

/**
 * Carries a change of keys on, step by step, each in a transaction of its own that other nodes wait
 * for. What a sealed value was sealed under stands in the value itself, so a step that was lost is
 * simply done again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Allowed
public class Resealing {
  private static final Logger LOG = System.getLogger(Resealing.class.getName());
  private static final int AT_ONCE = 100;
  private static final String SETTLING_SECONDS = "MAILROOM_KEY_SETTLING_SECONDS";

  @Inject Keyring keyring;
  @Inject Keepers keepers;
  @Inject KeyRecords records;
  @Inject Vault vault;
  @EJB Audit audit;
  @Inject Environment environment;
  @Inject Clock clock;

  /**
   * Does what is to be done next.
   *
   * @return whether there is more to do at once
   */
  public boolean step() {
    if (!isWanted(records.rotation())) {
      return false;
    }
    Rotation rotation = records.lockedRotation();
    return switch (rotation.state()) {
      case RESEALING -> reseal(rotation);
      case SETTLING -> settle(rotation);
      case NONE, FINISHED -> takeUp(rotation);
      case WAITING -> false;
    };
  }

  private boolean isWanted(Rotation rotation) {
    return rotation.view().isRunning()
        || (rotation.state() != RotationState.WAITING && isHalfDone());
  }

  // the node that wrote the new key died before it could note so
  private boolean isHalfDone() {
    return keyring.isWritable() && !keyring.freshKey().old().isEmpty();
  }

  private boolean takeUp(Rotation rotation) {
    if (isHalfDone()) {
      keepers.begin(rotation, keyring.freshKey(), "system", clock.instant());
    }
    return true;
  }

  private boolean reseal(Rotation rotation) {
    Optional<SealedValues> keeper = keepers.from(rotation.kind());
    if (keeper.isEmpty()) {
      rotation.settle(clock.instant().plus(settling()));
      return false;
    }
    String kind = keeper.get().kind();
    long after = kind.equals(rotation.kind()) ? rotation.afterId() : 0;
    List<SealedValue> part = keeper.get().after(after, AT_ONCE);
    part.forEach(value -> reseal(keeper.get(), value, rotation));
    walkOn(rotation, kind, part);
    return true;
  }

  private void walkOn(Rotation rotation, String kind, List<SealedValue> part) {
    if (part.isEmpty()) {
      keepers
          .after(kind)
          .ifPresentOrElse(
              next -> rotation.walkOn(next.kind(), 0),
              () -> rotation.settle(clock.instant().plus(settling())));
    } else {
      rotation.walkOn(kind, part.get(part.size() - 1).id());
    }
  }

  private void reseal(SealedValues keeper, SealedValue value, Rotation rotation) {
    Set<KeyId> old = keyring.freshKey().old();
    if (KeyId.ofSealed(value.sealed()).filter(old::contains).isEmpty()) {
      return;
    }
    try {
      byte[] sealed = vault.seal(vault.open(value.sealed(), value.context()), value.context());
      // if a person was faster, theirs is met on the next walk, should it need it
      rotation.resealed(keeper.replace(value, sealed) ? 1 : 0, 0);
    } catch (SealBroken lost) {
      rotation.resealed(0, 1);
    }
  }

  private boolean settle(Rotation rotation) {
    if (!rotation.isSettled(clock.instant())) {
      return false;
    }
    Set<KeyId> old = keyring.freshKey().old();
    if (keepers.secretsUnder(old) > rotation.view().lost()) {
      rotation.walkAgain();
      return true;
    }
    finish(rotation, old);
    return false;
  }

  private void finish(Rotation rotation, Set<KeyId> old) {
    MasterKey key = keyring.freshKey();
    if (keyring.isWritable()) {
      keyring.drop(old);
      rotation.finish(clock.instant(), null);
    } else {
      Path file = keyring.handOver(key.without(old));
      rotation.finish(clock.instant(), file.toString());
    }
    old.forEach(unused -> records.forget(KeyPurpose.SEAL, unused));
    audit.note("key.rotated", "master key", "dropped=" + old + " " + counts(rotation.view()));
    LOG.log(Level.INFO, "vault.rotation state=FINISHED dropped={0}", old);
  }

  private static String counts(RotationView view) {
    return "resealed=%d lost=%d".formatted(view.done(), view.lost());
  }

  private Duration settling() {
    return environment
        .text(SETTLING_SECONDS)
        .map(Long::valueOf)
        .map(Duration::ofSeconds)
        .orElse(Duration.ofMinutes(2));
  }
}
