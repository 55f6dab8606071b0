package org.mailroom.contract;

/** Whose mail may open requests under a contract; the others' is quarantined. */
public enum SenderPolicy {
  ANYONE,
  /** People we know, and everybody at the client's domains. */
  KNOWN_OR_DOMAIN,
  KNOWN
}
