package org.mailroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.people.PeopleFixture.PASSWORD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.database.TestDatabase;
import org.mailroom.failure.Problem;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.vault.Secret;

/** The accounts over their store; each database has its subclass. */
abstract class AccountsTest {
  private static final AccountDraft ANA =
      new AccountDraft(
          "Ana", "Ana Lima", "ana@desk.example", Set.of(Role.OPERATOR), Given.NOTHING, true);

  private TestDatabase database;
  private PeopleFixture people;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
    people = new PeopleFixture(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void somebody_registered_without_a_password_gets_one_that_must_be_changed() {
    NewAccount made = people.accounts(accounts -> accounts.register(ANA, Optional.empty()));

    assertThat(made.account().mustChangePassword()).isTrue();
    assertThat(rolesOf("ana", made.password().orElseThrow())).contains(Set.of(Role.OPERATOR));
    people.logIns(
        logIns -> {
          logIns.changePassword("ana", made.password().orElseThrow(), PASSWORD);
          return null;
        });
    assertThat(account("ana").mustChangePassword()).isFalse();
  }

  @Test
  void a_stated_password_is_not_given_back_and_need_not_be_changed() {
    NewAccount made = register(ANA);

    assertThat(made.password()).isEmpty();
    assertThat(made.account().stated()).isEqualTo(ANA);
    assertThat(made.account().mustChangePassword()).isFalse();
    assertThat(people.audit.notes())
        .containsExactly(
            "person.registered person Ana login: Ana, name: Ana Lima, email: ana@desk.example,"
                + " roles: OPERATOR, active: true");
  }

  @Test
  void every_broken_rule_is_told() {
    register(ANA);
    AccountDraft wrong = new AccountDraft("a b:c", " ", "nowhere", Set.of(), Given.NOTHING, true);

    assertThatThrownBy(
            () ->
                people.accounts(
                    accounts -> accounts.register(wrong, Optional.of(Secret.of("short")))))
        .isInstanceOfSatisfying(
            InvalidAccount.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::field)
                    .containsExactly("login", "name", "email", "roles", "password"));
    assertThatThrownBy(() -> register(ANA.at("ANA@desk.example")))
        .isInstanceOfSatisfying(
            InvalidAccount.class,
            refusal ->
                assertThat(refusal.problems()).extracting(Problem::code).contains("LOGIN_TAKEN"));
    assertThatThrownBy(() -> register(AccountDraft.of("bob", Role.AUDITOR).at("ANA@desk.example")))
        .isInstanceOf(InvalidAccount.class)
        .hasMessageContaining("Somebody else has this e-mail address");
  }

  @Test
  void several_roles_and_what_was_given_are_kept_and_audited_before_and_after() {
    register(ANA);

    AccountView after =
        change("ana", ANA.having(Set.of(Role.OPERATOR, Role.AUDITOR)), Optional.empty());

    assertThat(after.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR);
    assertThat(account("ana")).isEqualTo(after);
    assertThat(people.audit.notes().get(1))
        .isEqualTo("person.changed person Ana roles: OPERATOR → OPERATOR, AUDITOR");
  }

  @Test
  void an_unchanged_draft_changes_nothing() {
    long version = register(ANA).account().version();

    assertThat(change("ANA", ANA, Optional.of(version)).version()).isEqualTo(version);
    assertThat(people.audit.notes()).hasSize(1);
  }

  @Test
  void who_was_slower_is_told_and_overwrites_nothing() {
    long version = register(ANA).account().version();
    change("ana", ANA.having(Set.of(Role.AUDITOR)), Optional.of(version));

    assertThatThrownBy(
            () -> change("ana", ANA.having(Set.of(Role.ADMINISTRATOR)), Optional.of(version)))
        .isInstanceOf(PersonChanged.class);
    assertThat(account("ana").roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void who_is_deactivated_or_deleted_is_out() {
    register(ANA);
    change("ana", ANA.active(false), Optional.empty());
    assertThat(rolesOf("ana", PASSWORD)).isEmpty();
    assertThat(people.<Optional<Standing>>logIns(logIns -> logIns.standing("ana"))).isEmpty();

    delete("ana");
    assertThatThrownBy(() -> account("ana")).isInstanceOf(PersonNotFound.class);
  }

  @Test
  void a_change_is_felt_at_once_on_its_own_node() {
    register(ANA);
    assertThat(standing("ana").roles()).containsExactly(Role.OPERATOR);

    change("ana", ANA.having(Set.of(Role.AUDITOR)), Optional.empty());

    assertThat(standing("ana").roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void a_reset_password_ends_sessions_and_the_old_password() {
    register(ANA);
    String era = standing("ana").era();

    Secret generated = people.accounts(accounts -> accounts.resetPassword("ana"));

    assertThat(standing("ana").era()).isNotEqualTo(era);
    assertThat(standing("ana").mustChangePassword()).isTrue();
    assertThat(rolesOf("ana", PASSWORD)).isEmpty();
    assertThat(rolesOf("ana", generated)).isPresent();
    assertThat(people.audit.notes()).last().asString().doesNotContain(generated.reveal());
  }

  @Test
  void the_last_active_administrator_stays_one() {
    AccountDraft boss = AccountDraft.of("boss", Role.ADMINISTRATOR, Role.AUDITOR);
    register(boss);
    register(AccountDraft.of("idle", Role.ADMINISTRATOR).active(false));

    assertThatThrownBy(() -> delete("boss")).isInstanceOf(LastAdministrator.class);
    assertThatThrownBy(() -> change("boss", boss.active(false), Optional.empty()))
        .isInstanceOf(LastAdministrator.class);
    assertThatThrownBy(() -> change("boss", boss.having(Set.of(Role.AUDITOR)), Optional.empty()))
        .isInstanceOf(LastAdministrator.class);

    register(AccountDraft.of("second", Role.ADMINISTRATOR));
    delete("boss");
    assertThatThrownBy(() -> delete("second")).isInstanceOf(LastAdministrator.class);
  }

  @Test
  void of_two_administrators_who_delete_each_other_at_once_one_stays() throws Exception {
    register(AccountDraft.of("one", Role.ADMINISTRATOR));
    register(AccountDraft.of("two", Role.ADMINISTRATOR));
    var together = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> both =
          List.of(() -> deletes("one", together), () -> deletes("two", together));
      for (Future<Boolean> result : threads.invokeAll(both)) {
        result.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(list(null).total()).isEqualTo(1);
  }

  private boolean deletes(String login, CyclicBarrier together) throws Exception {
    together.await();
    try {
      delete(login);
      return true;
    } catch (LastAdministrator refused) {
      return false;
    }
  }

  @Test
  void accounts_are_found_by_log_in_name_or_address() {
    register(ANA);
    register(AccountDraft.of("bob", Role.AUDITOR));

    assertThat(list(null).items()).extracting(AccountView::login).containsExactly("Ana", "bob");
    assertThat(list("LIMA").items()).extracting(AccountView::login).containsExactly("Ana");
    assertThat(list("desk.ex").items()).extracting(AccountView::login).containsExactly("Ana");
    assertThat(list("nobody").total()).isZero();
  }

  @Test
  void what_was_given_is_told_by_log_in() {
    database.transaction(
        "contract",
        em -> {
          em.createNativeQuery("insert into client values (1, 'XPTO', 'xpto', '')").executeUpdate();
          return em.createNativeQuery(
                  "insert into contract (id, contract_number, number_key, client_id, start_date,"
                      + " status, when_outbox_unavailable, sender_policy, mailbox_for_all_notices,"
                      + " version) values (7, 'X', 'x', 1, date '2026-01-01', 'ACTIVE', 'WAIT',"
                      + " 'ANYONE', false, 1)")
              .executeUpdate();
        });
    register(AccountDraft.of("Max", Role.CONTRACT_MANAGER).giving(new Given(Set.of(7L), Set.of())));

    Set<Long> contracts =
        database.transaction(
            "contract",
            em -> {
              var grants = new GivenToManagers();
              grants.store = new PeopleStore(em);
              assertThat(grants.mailboxesOf("MAX")).isEmpty();
              assertThat(grants.contractsOf("nobody")).isEmpty();
              return grants.contractsOf("MAX");
            });

    assertThat(contracts).containsExactly(7L);
  }

  private NewAccount register(AccountDraft draft) {
    return people.accounts(accounts -> accounts.register(draft, Optional.of(PASSWORD)));
  }

  private AccountView change(String login, AccountDraft draft, Optional<Long> version) {
    return people.accounts(accounts -> accounts.change(login, draft, version));
  }

  private void delete(String login) {
    people.accounts(
        accounts -> {
          accounts.delete(login);
          return null;
        });
  }

  private AccountView account(String login) {
    return people.accounts(accounts -> accounts.get(login));
  }

  private Page<AccountView> list(String text) {
    return people.accounts(accounts -> accounts.list(text, Slice.first(50)));
  }

  private Standing standing(String login) {
    return people.logIns(logIns -> logIns.standing(login)).orElseThrow();
  }

  private Optional<Set<Role>> rolesOf(String login, Secret password) {
    return people.rolesOf(login, password);
  }
}
