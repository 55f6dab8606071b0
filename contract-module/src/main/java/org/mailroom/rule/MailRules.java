package org.mailroom.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.mailroom.transaction.ReadOnce;

/**
 * The rules of Input mailboxes, in their order.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class MailRules {
  @Inject RuleStore store;
  @Inject ReadOnce once;
  @EJB Mailboxes mailboxes;
  @EJB People people;
  @EJB Audit audit;

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
    MailboxId mailbox = mail.mailbox();
    return once.get(List.of("rules of", mailbox), () -> views(store.unchanged(mailbox))).stream()
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
    return added(new MailRule(mailbox, store.of(mailbox).size() + 1, wanted)).view();
  }

  private MailRule added(MailRule rule) {
    store.add(rule);
    note("rule.added", rule, Change.between(null, rule.stated()));
    return rule;
  }

  /**
   * @throws InvalidRule telling every broken rule
   */
  @Allowed(CONTRACT_MANAGER)
  public RuleView change(RuleId id, RuleDraft draft) {
    MailRule rule = find(id);
    change(rule, checked(draft));
    return rule.view();
  }

  private void change(MailRule rule, RuleDraft wanted) {
    RuleDraft before = rule.stated();
    if (!before.equals(wanted)) {
      rule.change(wanted);
      note("rule.changed", rule, Change.between(before, wanted));
    }
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
    remove(rule);
    number(others);
  }

  private void remove(MailRule rule) {
    store.remove(rule);
    note("rule.deleted", rule, Change.between(rule.stated(), null));
  }

  /** The rules of all mailboxes that have any, in their order. */
  @Allowed
  public Map<MailboxId, List<RuleView>> all() {
    return views(store.all()).stream().collect(groupingBy(RuleView::mailbox));
  }

  /**
   * Makes these the rules of a mailbox, in this order, and deletes all others. A rule is known by
   * its name; of several with one name the first is the first.
   *
   * @throws InvalidRule telling every broken rule, with fields such as {@code rules[2].name}
   */
  @Allowed(CONTRACT_MANAGER)
  public void state(MailboxId mailbox, List<RuleDraft> drafts) {
    present(mailbox);
    List<RuleDraft> wanted = checked(drafts);
    List<MailRule> before = store.of(mailbox);
    List<MailRule> left = new ArrayList<>(before);
    List<MailRule> order = wanted.stream().map(draft -> stated(mailbox, draft, left)).toList();
    left.forEach(this::remove);
    number(order);
    noteOrder(mailbox, before, order);
  }

  /** Changes the first of those left that has the name, or adds one. */
  private MailRule stated(MailboxId mailbox, RuleDraft wanted, List<MailRule> left) {
    Optional<MailRule> present =
        left.stream().filter(it -> it.stated().name().equals(wanted.name())).findFirst();
    present.ifPresent(left::remove);
    present.ifPresent(rule -> change(rule, wanted));
    return present.orElseGet(() -> added(new MailRule(mailbox, 1, wanted)));
  }

  /** That some give way to others that come and go is no new order. */
  private void noteOrder(MailboxId mailbox, List<MailRule> before, List<MailRule> after) {
    String old = names(before, after);
    String now = names(after, before);
    if (!old.equals(now)) {
      audit.note("rules.ordered", "rules of mailbox " + mailbox, old + " → " + now);
    }
  }

  private static String names(List<MailRule> order, List<MailRule> known) {
    return order.stream()
        .filter(known::contains)
        .map(rule -> rule.stated().name())
        .collect(joining(", "));
  }

  private static void number(List<MailRule> order) {
    for (int i = 0; i < order.size(); i++) {
      order.get(i).place(i + 1);
    }
  }

  private RuleDraft checked(RuleDraft draft) {
    RuleDraft wanted = draft.completed();
    refuse(RuleRules.problems(wanted, this::isGroup));
    return wanted;
  }

  private List<RuleDraft> checked(List<RuleDraft> drafts) {
    List<RuleDraft> wanted = drafts.stream().map(RuleDraft::completed).toList();
    refuse(RuleRules.problems(wanted, this::isGroup));
    return wanted;
  }

  private boolean isGroup(String acronym) {
    return people.group(acronym).isPresent();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidRule(problems);
    }
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
