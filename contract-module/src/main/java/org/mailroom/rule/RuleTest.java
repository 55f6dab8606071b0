package org.mailroom.rule;

/** How a condition looks at a value; case is ignored. */
public enum RuleTest {
  CONTAINS,
  EQUALS,
  /** A regular expression (RE2) is found in it; its time grows with the text and no faster. */
  MATCHES
}
