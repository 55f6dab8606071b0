package org.mailroom.vault;

/**
 * Whether all secrets can be opened.
 *
 * @param trouble why the master key cannot be read, in words for the operator; null if it can
 * @param lostSecrets how many secrets are sealed under keys that we do not have
 */
public record KeyStatus(String trouble, long lostSecrets) {
  public boolean isWell() {
    return trouble == null && lostSecrets == 0;
  }
}
