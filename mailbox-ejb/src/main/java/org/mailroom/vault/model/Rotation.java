package org.mailroom.vault.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mailroom.vault.KeyId;
import org.mailroom.vault.RotationState;
import org.mailroom.vault.RotationView;

/** The change of keys that is under way, or was the last: one row that nodes lock for each step. */
@Entity
@Table(name = "vault_rotation")
public class Rotation {
  public static final int THE_ROW = 1;

  @Id private int id;

  @Enumerated(EnumType.STRING)
  private RotationState state;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "key_id")
  private String key;

  private long total;
  private long done;
  private long lost;

  /** Whose values are walked through now; null at the beginning. */
  private String kind;

  @Column(name = "after_id")
  private long afterId;

  @Column(name = "settle_until")
  private Instant settleUntil;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "handed_over")
  private String handedOver;

  protected Rotation() {}

  /** The new key is on its way to the nodes by the operator's hand. */
  public void handedOver(KeyId newKey, String by, Instant now, String file) {
    begun(RotationState.WAITING, newKey, by, now);
    total = 0;
    handedOver = file;
  }

  /**
   * Secrets are to be sealed under the new key.
   *
   * @param secrets how many are not
   */
  public void begin(KeyId newKey, String by, Instant now, long secrets) {
    begun(RotationState.RESEALING, newKey, by, now);
    total = secrets;
    handedOver = null;
  }

  private void begun(RotationState begun, KeyId newKey, String by, Instant now) {
    state = begun;
    key = newKey.value();
    startedBy = by;
    startedAt = now;
    finishedAt = null;
    done = 0;
    walkAgain();
  }

  /** From the beginning, as something was saved under the old key meanwhile. */
  public void walkAgain() {
    state = state == RotationState.SETTLING ? RotationState.RESEALING : state;
    lost = 0;
    walkOn(null, 0);
  }

  /** The next values are those of a kind after an id. */
  public void walkOn(String nextKind, long nextAfter) {
    kind = nextKind;
    afterId = nextAfter;
  }

  public void resealed(long values, long broken) {
    done += values;
    lost += broken;
    total = Math.max(total, done + lost);
  }

  public void settle(Instant until) {
    state = RotationState.SETTLING;
    settleUntil = until;
  }

  public boolean isSettled(Instant now) {
    return !now.isBefore(settleUntil);
  }

  /**
   * @param file with what the operator must set to be rid of the old key; null if that is done
   */
  public void finish(Instant now, String file) {
    state = RotationState.FINISHED;
    finishedAt = now;
    handedOver = file;
  }

  public RotationState state() {
    return state;
  }

  public String kind() {
    return kind;
  }

  public long afterId() {
    return afterId;
  }

  public RotationView view() {
    return new RotationView(
        state,
        key == null ? null : new KeyId(key),
        startedBy,
        startedAt,
        total,
        done,
        lost,
        finishedAt,
        handedOver);
  }
}
