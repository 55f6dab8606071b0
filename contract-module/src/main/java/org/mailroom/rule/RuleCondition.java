package org.mailroom.rule;

/**
 * One condition of a rule.
 *
 * @param header name of the header; empty but for {@link RuleField#HEADER}
 * @param wanted text or regular expression
 */
public record RuleCondition(RuleField field, String header, RuleTest test, String wanted) {}
