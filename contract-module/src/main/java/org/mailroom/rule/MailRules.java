package org.mailroom.rule;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.people.People;
import org.mailroom.rule.jpa.RuleStore;
import org.mailroom.rule.model.MailRule;
import org.mailroom.rule.model.Matching;
import org.mailroom.rule.model.RuleRules;

/**
 * The rules of Input mailboxes, in their order.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class MailRules {
  @Inject RuleStore store;
  @Inject Mailboxes mailboxes;
  @Inject People people;
  @Inject Audit audit;

  /**
   * In their order.
   *
   * @throws NoRulesHere if there is no such Input mailbox
   */
  public List<RuleView> of(MailboxId mailbox) {
    present(mailbox);
    return views(store.of(mailbox));
  }

  /**
   * @throws RuleNotFound if there is none
   */
  public RuleView get(RuleId id) {
    return find(id).view();
  }

  /** The first enabled rule of its mailbox that holds for a mail. */
  @Allowed({OPERATOR, AUDITOR})
  public Optional<RuleView> first(IncomingMail mail, Supplier<MailHeaders> headers) {
    Matching matching = new Matching(mail, headers);
    return views(store.of(mail.mailbox())).stream()
        .filter(RuleView::enabled)
        .filter(matching::holds)
        .findFirst();
  }

  /**
   * Adds a rule behind those that the mailbox has.
   *
   * @throws InvalidRule telling every broken rule
   */
  @Allowed(CONTRACT_MANAGER)
  public RuleView add(MailboxId mailbox, RuleDraft draft) {
    present(mailbox);
    RuleDraft wanted = checked(draft);
    MailRule rule = store.add(new MailRule(mailbox, store.of(mailbox).size() + 1, wanted));
    note("rule.added", rule, Change.between(null, wanted));
    return rule.view();
  }

  /**
   * @throws InvalidRule telling every broken rule
   */
  @Allowed(CONTRACT_MANAGER)
  public RuleView change(RuleId id, RuleDraft draft) {
    MailRule rule = find(id);
    RuleDraft before = rule.stated();
    RuleDraft wanted = checked(draft);
    if (!before.equals(wanted)) {
      rule.change(wanted);
      note("rule.changed", rule, Change.between(before, wanted));
    }
    return rule.view();
  }

  /**
   * Moves a rule to another place in the order; the others give way.
   *
   * @param position from 1; beyond the last means the last
   */
  @Allowed(CONTRACT_MANAGER)
  public void move(RuleId id, int position) {
    MailRule rule = find(id);
    int before = rule.view().position();
    List<MailRule> order = store.of(rule.mailbox());
    order.remove(rule);
    order.add(Math.max(0, Math.min(position - 1, order.size())), rule);
    number(order);
    if (rule.view().position() != before) {
      audit.note("rule.moved", subject(rule), before + " → " + rule.view().position());
    }
  }

  @Allowed(CONTRACT_MANAGER)
  public void delete(RuleId id) {
    MailRule rule = find(id);
    List<MailRule> others = store.of(rule.mailbox());
    others.remove(rule);
    store.remove(rule);
    number(others);
    note("rule.deleted", rule, Change.between(rule.stated(), null));
  }

  private static void number(List<MailRule> order) {
    for (int i = 0; i < order.size(); i++) {
      order.get(i).place(i + 1);
    }
  }

  private RuleDraft checked(RuleDraft draft) {
    RuleDraft wanted = draft.completed();
    List<Problem> problems =
        RuleRules.problems(wanted, acronym -> people.group(acronym).isPresent());
    if (!problems.isEmpty()) {
      throw new InvalidRule(problems);
    }
    return wanted;
  }

  private MailRule find(RuleId id) {
    return store.find(id).orElseThrow(() -> new RuleNotFound(id));
  }

  private void present(MailboxId mailbox) {
    if (mailboxes.find(mailbox).filter(it -> it.type() == MailboxType.INPUT).isEmpty()) {
      throw new NoRulesHere(mailbox);
    }
  }

  private static List<RuleView> views(List<MailRule> rules) {
    return rules.stream().map(MailRule::view).toList();
  }

  private void note(String action, MailRule rule, List<Change> changes) {
    audit.changed(action, subject(rule), changes);
  }

  private static String subject(MailRule rule) {
    return "rule %s of mailbox %s".formatted(rule.view().id(), rule.mailbox());
  }
}
