package org.mailroom.vault;

/** What a key is for. */
public enum KeyPurpose {
  /** Seals secrets, and opens them again. */
  SEAL,
  /** Signs Message-IDs and subjects, so that answers are known to be answers to us. */
  SIGN
}
