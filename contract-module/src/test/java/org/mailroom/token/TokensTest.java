package org.mailroom.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Caller;
import org.mailroom.access.Role;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.failure.Problem;
import org.mailroom.people.PeopleFixture;
import org.mailroom.token.jpa.TokenStore;
import org.mailroom.vault.Secret;

/** Ana's tokens over their store; each database has its subclass. */
abstract class TokensTest {
  private static final TokenDraft ALL = new TokenDraft("nightly", Set.of(), false, null);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T12:00:00Z"));
  private TestDatabase database;
  private PeopleFixture people;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
    people = new PeopleFixture(database);
    people.register("Ana", Role.OPERATOR, Role.AUDITOR);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_token_acts_for_its_owner_with_all_roles_unless_it_is_limited() {
    NewToken all = make(ALL);
    NewToken limited = make(new TokenDraft("report", Set.of(Role.AUDITOR), true, 30));

    assertThat(all.secret().reveal()).matches("mrt_[\\w-]{43}");
    assertThat(enter(all.secret()))
        .contains(new Bearer("Ana", Set.of(Role.OPERATOR, Role.AUDITOR), false));
    assertThat(enter(limited.secret())).contains(new Bearer("Ana", Set.of(Role.AUDITOR), true));
  }

  @Test
  void at_rest_there_is_only_a_digest() {
    NewToken made = make(ALL);

    List<?> rows =
        database.transaction(
            "contract",
            em -> em.createNativeQuery("select digest, beginning from api_token").getResultList());

    Object[] row = (Object[]) rows.get(0);
    assertThat(row[0].toString()).hasSize(64).doesNotContain(made.secret().reveal());
    assertThat(row[1]).isEqualTo(made.secret().reveal().substring(0, 8));
  }

  @Test
  void a_token_expires_after_90_days_if_nothing_else_is_said() {
    NewToken made = make(ALL);

    clock.pass(Duration.ofDays(90).minusSeconds(1));
    assertThat(enter(made.secret())).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(enter(made.secret())).isEmpty();
  }

  @Test
  void a_role_that_the_owner_loses_is_lost_to_the_token() {
    NewToken made = make(new TokenDraft("both", Set.of(Role.OPERATOR, Role.AUDITOR), false, 1));

    people.have("ana", Role.AUDITOR);

    assertThat(enter(made.secret()).orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void a_token_of_somebody_inactive_or_deleted_is_worth_nothing() {
    NewToken made = make(ALL);

    people.deactivate("ana");
    assertThat(enter(made.secret())).isEmpty();

    people.delete("ana");
    assertThat(tokens(Tokens::all)).isEmpty();
  }

  @Test
  void a_revoked_token_is_worth_nothing_and_another_persons_is_not_found() {
    NewToken made = make(ALL);

    assertThatThrownBy(() -> revoke(made.view().id() + 1)).isInstanceOf(TokenNotFound.class);
    revoke(made.view().id());

    assertThat(enter(made.secret())).isEmpty();
    assertThat(enter(Secret.of("mrt_guess"))).isEmpty();
  }

  @Test
  void the_last_use_is_kept_to_the_hour() {
    NewToken made = make(ALL);
    Instant first = clock.instant();
    enter(made.secret());
    clock.pass(Duration.ofMinutes(50));
    enter(made.secret());
    assertThat(mine().lastUsed()).contains(first);

    clock.pass(Duration.ofMinutes(20));
    enter(made.secret());
    assertThat(mine().lastUsed()).contains(clock.instant());
  }

  @Test
  void every_broken_rule_is_told() {
    assertThatThrownBy(() -> make(new TokenDraft(" ", Set.of(Role.ADMINISTRATOR), false, 731)))
        .isInstanceOfSatisfying(
            InvalidToken.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::field)
                    .containsExactly("name", "roles", "days"));
  }

  @Test
  void the_audit_says_what_was_made_and_not_the_token() {
    NewToken made = make(ALL);

    assertThat(people.notes())
        .last()
        .asString()
        .startsWith("token.made token " + made.view().id())
        .doesNotContain(made.secret().reveal());
  }

  private NewToken make(TokenDraft draft) {
    return tokens(tokens -> tokens.make(draft));
  }

  private Optional<Bearer> enter(Secret token) {
    return tokens(tokens -> tokens.enter(token));
  }

  private TokenView mine() {
    return tokens(Tokens::mine).get(0);
  }

  private void revoke(long id) {
    tokens(
        tokens -> {
          tokens.revokeMine(id);
          return null;
        });
  }

  private <T> T tokens(Function<Tokens, T> work) {
    return people.with(
        (logIns, audit, em) -> {
          Tokens tokens = new Tokens();
          tokens.store = new TokenStore(em);
          tokens.logIns = logIns;
          tokens.audit = audit;
          tokens.clock = clock;
          tokens.caller = new Ana();
          return work.apply(tokens);
        });
  }

  private static final class Ana extends Caller {
    @Override
    public Set<Role> roles() {
      return Set.of(Role.OPERATOR, Role.AUDITOR);
    }
  }
}
