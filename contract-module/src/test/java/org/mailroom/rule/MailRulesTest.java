package org.mailroom.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.failure.Problem;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.intake.MailFixture;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;

/** The service over its store; each database has its subclass. */
abstract class MailRulesTest {
  private static final MailHeaders NO_HEADERS = new MailHeaders(List.of());

  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final NotedAudit audit = new NotedAudit();
  private TestDatabase database;
  private MailboxId mailbox;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void an_input_mailbox() {
    database = newDatabase();
    mailbox = mailboxes.input("XPTO inbox", "support@xpto.example").id();
    database.transaction("contract", em -> RuleFixture.keepMailbox(em, mailbox));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_rule_is_kept_whole() {
    RuleView added = add("Invoices", subject("invoice"));

    assertThat(get(added)).isEqualTo(added);
    assertThat(added.position()).isOne();
    assertThat(added.enabled()).isTrue();
    assertThat(added.conditions()).containsExactly(subject("invoice"));
    assertThat(added.classification())
        .isEqualTo(new Classification("Accounting", Priority.HIGH, "DESK"));
    assertThat(audit.notes()).singleElement().asString().startsWith("rule.added rule ");
  }

  @Test
  void the_first_enabled_rule_that_holds_decides() {
    add("Never", subject("screen"));
    RuleView off = add("Off", subject("printer"));
    in(rules -> rules.change(off.id(), draft("Off", false, subject("printer"))));
    RuleView wanted = add("Printers", subject("printer"));
    add("Everything");

    var first = in(rules -> rules.first(MailFixture.mail().build(), () -> NO_HEADERS));

    assertThat(first).contains(wanted);
  }

  @Test
  void a_rule_is_moved_and_the_others_give_way() {
    RuleView one = add("One");
    add("Two");
    RuleView three = add("Three");

    run(rules -> rules.move(three.id(), 1));
    assertThat(names()).containsExactly("1 Three", "2 One", "3 Two");
    run(rules -> rules.move(three.id(), 99));
    assertThat(names()).containsExactly("1 One", "2 Two", "3 Three");
    run(rules -> rules.delete(one.id()));
    assertThat(names()).containsExactly("1 Two", "2 Three");
    assertThatThrownBy(() -> in(rules -> rules.get(one.id()))).isInstanceOf(RuleNotFound.class);
  }

  @Test
  void a_change_replaces_the_conditions_and_is_noted_once() {
    RuleView rule = add("Invoices", subject("invoice"), subject("bill"));
    audit.notes().clear();

    in(rules -> rules.change(rule.id(), draft("Invoices", true, subject("receipt"))));
    in(rules -> rules.change(rule.id(), draft("Invoices", true, subject("receipt"))));

    assertThat(get(rule).conditions()).containsExactly(subject("receipt"));
    assertThat(audit.notes()).singleElement().asString().startsWith("rule.changed rule ");
  }

  @Test
  void stated_rules_replace_those_there_and_the_same_name_is_the_same_rule() {
    RuleView one = add("One");
    RuleView two = add("Two");
    add("Gone");
    audit.notes().clear();

    state(draft("Two", true), draft("New", true, subject("new")), draft("One", false));

    assertThat(names()).containsExactly("1 Two", "2 New", "3 One");
    assertThat(get(one).enabled()).isFalse();
    assertThat(get(two).id()).isEqualTo(two.id());
    assertThat(audit.notes())
        .extracting(note -> note.split(" ", 2)[0])
        .containsExactly("rule.added", "rule.changed", "rule.deleted", "rules.ordered");
    assertThat(audit.notes()).last().asString().endsWith("One, Two → Two, One");
  }

  @Test
  void rules_stated_as_they_are_change_nothing_and_twins_stay_two() {
    state(draft("Twin", true, subject("a")), draft("Twin", true, subject("b")));
    List<RuleView> before = in(rules -> rules.of(mailbox));
    audit.notes().clear();

    state(draft("Twin", true, subject("a")), draft("Twin", true, subject("b")));

    assertThat(in(MailRules::all)).containsOnly(entry(mailbox, before));
    assertThat(audit.notes()).isEmpty();
  }

  @Test
  void of_stated_rules_every_problem_is_told_and_nothing_is_changed() {
    add("One");

    InvalidRule refused =
        catchThrowableOfType(
            InvalidRule.class,
            () -> state(draft("", true), draft("Two", true), draft("Three", true, subject(" "))));

    assertThat(refused.problems())
        .extracting(Problem::field)
        .containsExactly("rules[0].name", "rules[2].conditions[0]");
    assertThat(names()).containsExactly("1 One");
  }

  @Test
  void only_an_input_mailbox_has_rules() {
    MailboxId output = mailboxes.output("XPTO out", "desk@xpto.example").id();

    assertThatThrownBy(() -> in(rules -> rules.of(output))).isInstanceOf(NoRulesHere.class);
    assertThatThrownBy(() -> in(rules -> rules.add(output, draft("Any", true))))
        .isInstanceOf(NoRulesHere.class);
  }

  @Test
  void what_breaks_rules_is_refused() {
    assertThatThrownBy(() -> add(" ")).isInstanceOf(InvalidRule.class);
  }

  @Test
  void rules_of_mailboxes_out_of_reach_do_not_exist() {
    RuleView rule = add("Invoices");
    ManagersCall stranger = ManagersCall.givenMailboxes(mailbox.value() + 1);

    assertThatThrownBy(() -> stranger.run(() -> in(rules -> rules.get(rule.id()))))
        .isInstanceOf(RuleNotFound.class);
  }

  private void state(RuleDraft... drafts) {
    run(rules -> rules.state(mailbox, List.of(drafts)));
  }

  private RuleView get(RuleView rule) {
    return in(rules -> rules.get(rule.id()));
  }

  private RuleView add(String name, RuleCondition... conditions) {
    return in(rules -> rules.add(mailbox, draft(name, true, conditions)));
  }

  private static RuleDraft draft(String name, boolean enabled, RuleCondition... conditions) {
    return new RuleDraft(
        name, enabled, List.of(conditions), null, "Accounting", Priority.HIGH, "DESK");
  }

  private static RuleCondition subject(String word) {
    return new RuleCondition(RuleField.SUBJECT, "", RuleTest.CONTAINS, word);
  }

  private List<String> names() {
    return in(rules -> rules.of(mailbox)).stream()
        .map(rule -> rule.position() + " " + rule.name())
        .toList();
  }

  private void run(Consumer<MailRules> work) {
    in(
        rules -> {
          work.accept(rules);
          return null;
        });
  }

  private <T> T in(Function<MailRules, T> work) {
    return database.transaction(
        "contract", em -> work.apply(RuleFixture.rules(em, mailboxes, audit)));
  }
}
