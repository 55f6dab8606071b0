package org.mailroom.vault;

/** How far a change of keys has come. */
public enum RotationState {
  /** There has never been one. */
  NONE,
  /** The operator must give the new key to every node, then start it again. */
  WAITING,
  /** Secrets are being sealed under the new key. */
  RESEALING,
  /** All are; the old key is kept a while for what was being saved in the meantime. */
  SETTLING,
  /** The old key is gone. */
  FINISHED
}
