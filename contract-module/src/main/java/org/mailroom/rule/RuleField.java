package org.mailroom.rule;

/** What of a mail a condition looks at. */
public enum RuleField {
  SUBJECT,
  /** Address and name of the sender, each by itself. */
  SENDER,
  /** Each address in To and Cc. */
  RECIPIENT,
  /** Each value of the header that the condition names. */
  HEADER
}
