package org.mailroom.api.rule;

import java.util.List;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleView;

/** A rule in JSON. */
public record RuleAnswer(
    long id,
    long mailbox,
    int position,
    String name,
    boolean enabled,
    List<RuleCondition> conditions,
    RuleAction action,
    String service,
    Priority priority,
    String group) {
  static RuleAnswer of(RuleView rule) {
    return new RuleAnswer(
        rule.id().value(),
        rule.mailbox().value(),
        rule.position(),
        rule.name(),
        rule.enabled(),
        rule.conditions(),
        rule.action(),
        rule.classification().service(),
        rule.classification().priority(),
        rule.classification().group());
  }
}
