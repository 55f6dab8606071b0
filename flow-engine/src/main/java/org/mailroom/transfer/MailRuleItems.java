package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.request.Priority;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;
import org.mailroom.rule.RuleView;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** The rules of Input mailboxes, all those of a mailbox as one item known by its name. */
@Dependent
class MailRuleItems implements Items {
  @EJB MailRules rules;

  @Override
  public Kind kind() {
    return Kind.MAIL_RULES;
  }

  @Override
  public List<Item> read(MailboxNames mailboxes) {
    Map<MailboxId, List<RuleView>> all = rules.all();
    return mailboxes
        .all()
        .filter(mailbox -> mailbox.type() == MailboxType.INPUT)
        .sorted(Comparator.comparing(MailboxView::name))
        .map(mailbox -> item(mailbox.name(), all.getOrDefault(mailbox.id(), List.of())))
        .toList();
  }

  private static Item item(String mailbox, List<RuleView> rules) {
    List<Map<String, Object>> values = rules.stream().map(MailRuleItems::values).toList();
    return Item.of(Kind.MAIL_RULES, Map.of("mailbox", mailbox, "rules", values), 0);
  }

  private static Map<String, Object> values(RuleView rule) {
    boolean opens = rule.action() == RuleAction.OPEN;
    Map<String, Object> values = new HashMap<>();
    values.put("name", rule.name());
    values.put("enabled", rule.enabled());
    values.put("conditions", rule.conditions().stream().map(MailRuleItems::values).toList());
    values.put("action", rule.action().name());
    values.put("service", rule.classification().service());
    values.put("priority", opens ? rule.classification().priority().name() : null);
    values.put("group", rule.classification().group());
    return values;
  }

  private static Map<String, Object> values(RuleCondition condition) {
    return Map.of(
        "field", condition.field().name(),
        "header", condition.header(),
        "test", condition.test().name(),
        "wanted", condition.wanted());
  }

  @Override
  public void write(Stated stated, Writing writing) {
    writing
        .mailbox(stated, "mailbox")
        .filter(mailbox -> isInput(stated, writing))
        .ifPresent(mailbox -> rules.state(mailbox, drafts(stated.item())));
  }

  private static boolean isInput(Stated stated, Writing writing) {
    String name = stated.item().name();
    boolean input =
        writing.mailboxes().named(name).filter(it -> it.type() == MailboxType.INPUT).isPresent();
    if (!input) {
      writing.problem(
          stated.problem(
              "MAILBOX_TYPE",
              "mailbox",
              "Only Input mailboxes have rules, and \"%s\" is an Output one.".formatted(name)));
    }
    return input;
  }

  private static List<RuleDraft> drafts(Item mailbox) {
    return mailbox.items("rules").stream().map(MailRuleItems::draft).toList();
  }

  private static RuleDraft draft(Item rule) {
    return new RuleDraft(
        rule.text("name"),
        rule.flag("enabled"),
        rule.items("conditions").stream().map(MailRuleItems::condition).toList(),
        rule.choice("action", RuleAction.class),
        rule.text("service"),
        rule.choice("priority", Priority.class),
        rule.text("group"));
  }

  private static RuleCondition condition(Item stated) {
    return new RuleCondition(
        stated.choice("field", RuleField.class),
        stated.text("header"),
        stated.choice("test", RuleTest.class),
        stated.text("wanted"));
  }
}
