package org.mailroom.contract;

/** What becomes of a mail with a file that the contract does not take. */
public enum WhenFileRefused {
  /** It becomes what it means, without the file; a note says so, and the original has it. */
  LEAVE_OUT,
  /** A person must look at it. */
  QUARANTINE
}
