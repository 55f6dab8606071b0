package org.mailroom.api.rule;

import java.util.List;
import org.mailroom.api.json.Fields;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

/** Reads rules from bodies. */
final class RuleForm {
  private RuleForm() {}

  static RuleDraft read(Fields in) {
    in.require("name").pass("id", "mailbox", "position");
    List<RuleCondition> conditions = in.objects("conditions", RuleForm::condition);
    return new RuleDraft(
        in.text("name"),
        in.flag("enabled"),
        conditions,
        in.choice("action", RuleAction.class),
        in.text("service"),
        in.choice("priority", Priority.class),
        in.text("group"));
  }

  private static RuleCondition condition(Fields in) {
    in.require("field").require("test").require("wanted");
    return new RuleCondition(
        in.choice("field", RuleField.class),
        in.text("header"),
        in.choice("test", RuleTest.class),
        in.text("wanted"));
  }
}
