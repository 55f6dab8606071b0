package org.mailroom.access;

/** What a caller is trusted with; somebody may have several. */
public enum Role {
  /** Everything. */
  ADMINISTRATOR("administrator"),
  /** The mailboxes and contracts that were given to them, and nothing of others. */
  CONTRACT_MANAGER("contract-manager"),
  /** The daily work: requests, outgoing and received mail, retries. */
  OPERATOR("operator"),
  /** Reads everything, changes nothing. */
  AUDITOR("auditor");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The name of the role at the log-in, in REST and in {@code web.xml}. */
  public String word() {
    return word;
  }
}
