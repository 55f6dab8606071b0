package org.mailroom.rule.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.RuleView;

/** One rule as it is kept. */
@Entity
@Table(name = "mail_rule")
public class MailRule {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_rule_seq")
  @SequenceGenerator(name = "mail_rule_seq", sequenceName = "mail_rule_seq", allocationSize = 50)
  private long id;

  @Column(name = "mailbox_id")
  private long mailbox;

  @Column(name = "rule_position")
  private int position;

  private String name;
  private boolean enabled;

  @ElementCollection
  @CollectionTable(name = "mail_rule_condition", joinColumns = @JoinColumn(name = "rule_id"))
  @OrderColumn(name = "condition_position")
  private List<KeptCondition> conditions = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  private RuleAction action;

  private String service;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  @Column(name = "group_acronym")
  private String group;

  @Version private long version;

  protected MailRule() {}

  /**
   * @param stated complete, and judged by the rules
   */
  public MailRule(MailboxId mailbox, int position, RuleDraft stated) {
    this.mailbox = mailbox.value();
    this.position = position;
    change(stated);
  }

  /**
   * @param stated complete, and judged by the rules
   */
  public final void change(RuleDraft stated) {
    name = stated.name();
    enabled = stated.enabled();
    conditions.clear();
    stated.conditions().stream().map(KeptCondition::new).forEach(conditions::add);
    action = stated.action();
    service = stated.service();
    priority = stated.priority();
    group = stated.group();
  }

  public void place(int wanted) {
    position = wanted;
  }

  public MailboxId mailbox() {
    return new MailboxId(mailbox);
  }

  /** What {@link #change} was told. */
  public RuleDraft stated() {
    return new RuleDraft(name, enabled, conditions(), action, service, priority, group);
  }

  private List<RuleCondition> conditions() {
    return conditions.stream().map(KeptCondition::stated).toList();
  }

  public RuleView view() {
    return new RuleView(
        new RuleId(id),
        mailbox(),
        position,
        name,
        enabled,
        conditions(),
        action,
        new Classification(service, priority, group));
  }
}
