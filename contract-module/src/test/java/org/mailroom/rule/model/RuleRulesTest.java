package org.mailroom.rule.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

class RuleRulesTest {
  @Test
  void a_rule_without_conditions_is_good() {
    assertThat(codes("Everything", "DESK")).isEmpty();
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThat(
            codes(
                "",
                "NOBODY",
                condition(RuleField.HEADER, "not a name", RuleTest.EQUALS, "x"),
                condition(RuleField.SUBJECT, "", RuleTest.CONTAINS, " "),
                condition(null, "", null, "x"),
                condition(RuleField.SUBJECT, "", RuleTest.MATCHES, "(")))
        .containsExactly(
            "NAME_REQUIRED",
            "GROUP_UNKNOWN",
            "HEADER_NAME",
            "WANTED_REQUIRED",
            "CONDITION_INCOMPLETE",
            "EXPRESSION");
  }

  @Test
  void a_problem_of_a_condition_names_its_place() {
    List<Problem> problems =
        problems(
            "Two",
            "",
            condition(RuleField.SUBJECT, "", RuleTest.CONTAINS, "good"),
            condition(RuleField.SUBJECT, "", RuleTest.MATCHES, "[a"));

    assertThat(problems).extracting(Problem::field).containsExactly("conditions[1]");
  }

  @Test
  void an_expression_that_would_fill_the_memory_is_refused() {
    assertThat(RuleRules.trouble("((a{100}){100}){100}")).isPresent();
    assertThat(RuleRules.trouble("a{99999999999999999999}")).isPresent();
    assertThat(RuleRules.trouble("INV-[0-9]{4,8}")).isEmpty();
  }

  @Test
  void what_backtracking_engines_have_and_re2_has_not_is_refused() {
    assertThat(RuleRules.trouble("(a)\\1")).isPresent();
    assertThat(RuleRules.trouble("(?=a)b")).isPresent();
  }

  @Test
  void too_many_conditions_are_refused() {
    RuleCondition[] many =
        Collections.nCopies(21, condition(RuleField.SUBJECT, "", RuleTest.CONTAINS, "x"))
            .toArray(RuleCondition[]::new);

    assertThat(codes("Many", "", many)).containsExactly("TOO_MANY_CONDITIONS");
  }

  private static RuleCondition condition(
      RuleField field, String header, RuleTest test, String wanted) {
    return new RuleCondition(field, header, test, wanted);
  }

  private static List<String> codes(String name, String group, RuleCondition... conditions) {
    return problems(name, group, conditions).stream().map(Problem::code).toList();
  }

  private static List<Problem> problems(String name, String group, RuleCondition... conditions) {
    return RuleRules.problems(
        new RuleDraft(name, true, List.of(conditions), RuleAction.OPEN, "", Priority.NORMAL, group),
        "DESK"::equals);
  }
}
