package org.mailroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.EmailAddress;

class ExternalLogInsTest {
  private final TestDatabase database = TestDatabase.h2();
  private final PeopleFixture people = new PeopleFixture(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_stranger_stays_out_where_the_provider_has_no_say_in_roles() {
    assertThat(enter("s1", "new@desk.example", null)).isEmpty();
  }

  @Test
  void a_registered_person_is_known_by_a_verified_address_and_then_by_the_subject() {
    registerAna();

    assertThat(enter("s1", "ana@desk.example", null)).contains(Set.of(Role.OPERATOR));
    assertThat(enter("s1", null, null)).contains(Set.of(Role.OPERATOR));
    assertThat(enter("s2", "ana@desk.example", null)).isEmpty();
  }

  @Test
  void whoever_has_a_role_by_the_claim_is_registered_and_follows_it() {
    assertThat(enter("s1", "eva@desk.example", Set.of(Role.OPERATOR)))
        .contains(Set.of(Role.OPERATOR));
    assertThat(enter("s1", null, Set.of(Role.AUDITOR))).contains(Set.of(Role.AUDITOR));
    assertThat(enter("s1", null, Set.of())).isEmpty();
  }

  @Test
  void the_last_administrator_stays_one_whatever_the_claim_says() {
    assertThat(enter("s1", "boss@desk.example", Set.of(Role.ADMINISTRATOR))).isPresent();

    assertThat(enter("s1", null, Set.of(Role.AUDITOR))).contains(Set.of(Role.ADMINISTRATOR));
  }

  @Test
  void somebody_inactive_stays_out() {
    registerAna();
    enter("s1", "ana@desk.example", null);

    people.deactivate("ana");

    assertThat(enter("s1", null, null)).isEmpty();
  }

  private void registerAna() {
    people.accounts(
        accounts ->
            accounts.register(
                AccountDraft.of("ana", Role.OPERATOR).at("ana@desk.example"),
                Optional.of(PeopleFixture.PASSWORD)));
  }

  private Optional<Set<Role>> enter(String subject, String email, Set<Role> roles) {
    var identity =
        new ExternalIdentity(
            "https://id.example",
            subject,
            Optional.empty(),
            Optional.ofNullable(email).map(EmailAddress::new),
            Optional.empty(),
            Optional.ofNullable(roles));
    return people
        .external(identity)
        .fold(in -> Optional.of(in.who().roles()), Optional::empty, wait -> Optional.empty());
  }
}
