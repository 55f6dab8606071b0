package org.mailroom.console.rule;

import java.io.Serializable;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

/** One condition in the form of a rule. */
public class ConditionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private RuleField field = RuleField.SUBJECT;
  private String header = "";
  private RuleTest test = RuleTest.CONTAINS;
  private String wanted = "";

  static ConditionForm of(RuleCondition condition) {
    ConditionForm form = new ConditionForm();
    form.field = condition.field();
    form.header = condition.header();
    form.test = condition.test();
    form.wanted = condition.wanted();
    return form;
  }

  RuleCondition stated() {
    return new RuleCondition(field, header, test, wanted);
  }

  public RuleField getField() {
    return field;
  }

  public void setField(RuleField field) {
    this.field = field;
  }

  public String getHeader() {
    return header;
  }

  public void setHeader(String header) {
    this.header = header;
  }

  public RuleTest getTest() {
    return test;
  }

  public void setTest(RuleTest test) {
    this.test = test;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }
}
