package org.mailroom.rule;

/** What a rule does with a mail that it holds for. */
public enum RuleAction {
  /** The mail opens a request, classified as the rule says. */
  OPEN,
  /** The mail is noise. */
  IGNORE,
  /** A person must look at the mail. */
  QUARANTINE
}
