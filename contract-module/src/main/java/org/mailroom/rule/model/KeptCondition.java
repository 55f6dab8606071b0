package org.mailroom.rule.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

/** A condition as it is kept. */
@Embeddable
public class KeptCondition {
  @Enumerated(EnumType.STRING)
  private RuleField field;

  private String header;

  @Enumerated(EnumType.STRING)
  private RuleTest test;

  private String wanted;

  protected KeptCondition() {}

  KeptCondition(RuleCondition stated) {
    this.field = stated.field();
    this.header = stated.header();
    this.test = stated.test();
    this.wanted = stated.wanted();
  }

  RuleCondition stated() {
    return new RuleCondition(field, header, test, wanted);
  }
}
