package org.mailroom.rule;

import java.util.List;
import org.mailroom.request.Priority;

/**
 * A rule as a form or a call states it; nothing in it is checked yet, what was left out is null.
 *
 * @param enabled null for true
 * @param conditions all must hold; none holds for every mail
 * @param action null for {@link RuleAction#OPEN}
 * @param service of the request; only with OPEN
 * @param priority of the request; only with OPEN; null for NORMAL
 * @param group acronym of a group that exists; only with OPEN
 */
public record RuleDraft(
    String name,
    Boolean enabled,
    List<RuleCondition> conditions,
    RuleAction action,
    String service,
    Priority priority,
    String group) {
  /** The same with what was left out filled in, and spelled the way we keep it. */
  RuleDraft completed() {
    RuleAction does = action == null ? RuleAction.OPEN : action;
    boolean opens = does == RuleAction.OPEN;
    return new RuleDraft(
        line(name),
        enabled == null || enabled,
        conditions == null ? List.of() : conditions.stream().map(RuleDraft::completed).toList(),
        does,
        opens ? line(service) : "",
        opens && priority != null ? priority : Priority.NORMAL,
        opens ? line(group) : "");
  }

  private static RuleCondition completed(RuleCondition it) {
    String header = it.field() == RuleField.HEADER ? line(it.header()).replace(":", "") : "";
    String wanted = it.test() == RuleTest.MATCHES ? orEmpty(it.wanted()) : line(it.wanted());
    return new RuleCondition(it.field(), header, it.test(), wanted);
  }

  private static String line(String text) {
    return orEmpty(text).strip().replaceAll("\\s+", " ");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}
