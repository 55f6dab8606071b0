package org.mailroom.contract;

/** The situation of a contract; requests run only under an active one, between its dates. */
public enum ContractStatus {
  ACTIVE,
  INACTIVE
}
