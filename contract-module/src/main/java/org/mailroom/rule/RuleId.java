package org.mailroom.rule;

/** Names one rule. */
public record RuleId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
