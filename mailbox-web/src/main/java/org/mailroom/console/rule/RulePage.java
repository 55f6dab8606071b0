package org.mailroom.console.rule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.console.request.ClassificationForm;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.RuleTest;
import org.mailroom.rule.RuleView;

/** The form of one rule, new or kept. */
@Named
@ViewScoped
public class RulePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject MailRules rules;
  @Inject Notices notices;

  private Long id;
  private long mailbox;
  private String name;
  private boolean enabled = true;
  private List<ConditionForm> conditions = new ArrayList<>(List.of(new ConditionForm()));
  private RuleAction action = RuleAction.OPEN;
  private ClassificationForm classification = new ClassificationForm();

  /** Shows the rule with the id of the address, or an empty form. */
  public void load() {
    if (id != null) {
      show(rules.get(new RuleId(id)));
    }
  }

  private void show(RuleView rule) {
    mailbox = rule.mailbox().value();
    name = rule.name();
    enabled = rule.enabled();
    conditions = new ArrayList<>(rule.conditions().stream().map(ConditionForm::of).toList());
    action = rule.action();
    classification = ClassificationForm.of(rule.classification());
  }

  public String save() {
    var saved =
        isNew()
            ? rules.add(new MailboxId(mailbox), draft())
            : rules.change(new RuleId(id), draft());
    notices.done("rule.saved", saved.name());
    return "/rule/list?faces-redirect=true&mailbox=" + mailbox;
  }

  private RuleDraft draft() {
    Classification opened = classification.stated();
    return new RuleDraft(
        name,
        enabled,
        conditions.stream().map(ConditionForm::stated).toList(),
        action,
        opened.service(),
        opened.priority(),
        opened.group());
  }

  public void addCondition() {
    conditions.add(new ConditionForm());
  }

  public void removeCondition(ConditionForm condition) {
    conditions.remove(condition);
  }

  public boolean isNew() {
    return id == null;
  }

  /** Whether it opens a request, which the rule then classifies. */
  public boolean isOpening() {
    return action == RuleAction.OPEN;
  }

  public RuleField[] getFields() {
    return RuleField.values();
  }

  public RuleTest[] getTests() {
    return RuleTest.values();
  }

  public RuleAction[] getActions() {
    return RuleAction.values();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public long getMailbox() {
    return mailbox;
  }

  public void setMailbox(long mailbox) {
    this.mailbox = mailbox;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public List<ConditionForm> getConditions() {
    return conditions;
  }

  public RuleAction getAction() {
    return action;
  }

  public void setAction(RuleAction action) {
    this.action = action;
  }

  public ClassificationForm getClassification() {
    return classification;
  }
}
