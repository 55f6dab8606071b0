package org.mailroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.vault.Secret;

/** The services over their store; each database has its subclass. */
abstract class PeopleTest {
  private static final Secret PASSWORD = Secret.of("correct horse");
  private static final GroupView DESK =
      new GroupView("SERVICE-DESK", "Service desk", List.of(address("Desk@mailroom.example")));

  private PeopleFixture people;
  private TestDatabase database;

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
  void a_group_is_found_by_its_acronym_whatever_the_case() {
    save(DESK);

    Optional<List<EmailAddress>> found = people(people -> people.group("service-desk"));

    assertThat(found).contains(List.of(address("Desk@mailroom.example")));
    assertThat(people.audit.notes())
        .containsExactly(
            "group.registered group SERVICE-DESK acronym: SERVICE-DESK, name: %s, addresses: %s"
                .formatted(DESK.name(), "Desk@mailroom.example"));
  }

  @Test
  void saving_a_group_twice_changes_nothing_twice() {
    save(DESK);
    save(new GroupView("service-desk", "Service desk ", DESK.addresses()));

    List<GroupView> groups = people(People::groups);
    assertThat(groups).containsExactly(DESK);
    assertThat(people.audit.notes()).hasSize(1);
  }

  @Test
  void a_changed_group_has_its_new_addresses() {
    EmailAddress a = address("a@desk.example");
    EmailAddress z = address("z@desk.example");
    save(new GroupView("SERVICE-DESK", "Desk", List.of(a, address("b@desk.example"))));
    save(new GroupView("SERVICE-DESK", "The desk", List.of(z, a, z)));

    List<GroupView> groups = people(People::groups);
    assertThat(groups).containsExactly(new GroupView("SERVICE-DESK", "The desk", List.of(a, z)));
  }

  @Test
  void a_deleted_group_is_gone() {
    save(DESK);
    people(
        people -> {
          people.deleteGroup("Service-Desk");
          people.deleteGroup("NEVER-THERE");
          return null;
        });

    List<GroupView> groups = people(People::groups);
    assertThat(groups).isEmpty();
  }

  @Test
  void a_group_needs_acronym_name_and_address() {
    assertThatThrownBy(() -> save(new GroupView("service desk", " ", List.of())))
        .isInstanceOfSatisfying(
            InvalidGroup.class,
            refusal ->
                assertThat(refusal.problems())
                    .extracting(Problem::field)
                    .containsExactly("acronym", "name", "addresses"));
  }

  @Test
  void the_addresses_of_groups_are_known_whatever_the_case() {
    save(DESK);

    boolean desk = people(people -> people.knows(address("desk@MAILROOM.example")));
    boolean stranger = people(people -> people.knows(address("stranger@mailroom.example")));

    assertThat(desk).isTrue();
    assertThat(stranger).isFalse();
  }

  @Test
  void the_first_start_makes_an_administrator_and_prints_the_password_once() {
    String first = firstStart(Map.of());
    String second = firstStart(Map.of());

    assertThat(first)
        .matches(
            "Mailroom: first start\\. Log in as admin with the password \\w{20}"
                + " \\(shown only now\\)\\.\\R");
    assertThat(second).isEmpty();
    Secret printed = Secret.of(first.replaceAll("(?s).*password (\\w{20}).*", "$1"));
    assertThat(rolesOf("Admin", printed)).contains(Set.of(Role.ADMINISTRATOR));
  }

  @Test
  void a_password_that_the_operator_has_chosen_is_not_printed() {
    String printed = firstStart(Map.of("MAILROOM_ADMIN_PASSWORD", PASSWORD.reveal()));

    assertThat(printed).isEmpty();
    assertThat(rolesOf("admin", PASSWORD)).contains(Set.of(Role.ADMINISTRATOR));
  }

  @Test
  void a_wrong_password_or_an_unknown_log_in_gets_nothing() {
    firstStart(Map.of("MAILROOM_ADMIN_PASSWORD", PASSWORD.reveal()));

    assertThat(rolesOf("admin", Secret.of("wrong"))).isEmpty();
    assertThat(rolesOf("nobody", PASSWORD)).isEmpty();
    assertThat(rolesOf("nobody", Secret.of(""))).isEmpty();
  }

  @Test
  void after_a_change_only_the_new_password_goes() {
    firstStart(Map.of("MAILROOM_ADMIN_PASSWORD", PASSWORD.reveal()));
    rolesOf("admin", PASSWORD);
    Secret wanted = Secret.of("battery staple");

    change(PASSWORD, wanted);

    assertThat(rolesOf("admin", PASSWORD)).isEmpty();
    assertThat(rolesOf("admin", wanted)).isPresent();
    assertThat(people.audit.notes()).contains("password.changed person admin password: changed");
  }

  @Test
  void a_password_changes_only_for_who_knows_it_and_to_eight_characters_or_more() {
    firstStart(Map.of("MAILROOM_ADMIN_PASSWORD", PASSWORD.reveal()));

    assertThatThrownBy(() -> change(Secret.of("wrong"), Secret.of("battery staple")))
        .isInstanceOf(WrongPassword.class)
        .hasMessageContaining("present password");
    assertThatThrownBy(() -> change(PASSWORD, Secret.of("1234567")))
        .isInstanceOf(WrongPassword.class)
        .hasMessageContaining("at least 8");
  }

  @Test
  void the_administrator_is_listed_and_has_no_address() {
    firstStart(Map.of());

    List<PersonView> persons = people(People::persons);
    Optional<EmailAddress> address = people(people -> people.user("admin"));

    assertThat(persons).containsExactly(new PersonView("admin", "Administrator", Optional.empty()));
    assertThat(address).isEmpty();
  }

  private void save(GroupView group) {
    people(
        people -> {
          people.saveGroup(group);
          return null;
        });
  }

  private Optional<Set<Role>> rolesOf(String login, Secret password) {
    return people.rolesOf(login, password);
  }

  private void change(Secret present, Secret wanted) {
    people.logIns(
        logIns -> {
          logIns.changePassword("admin", present, wanted);
          return null;
        });
  }

  private String firstStart(Map<String, String> variables) {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    return people.logIns(
        logIns -> {
          FirstAdministrator first = new FirstAdministrator();
          first.logIns = logIns;
          first.environment = Environment.of(variables::get);
          first.begin(new PrintStream(console, true, StandardCharsets.UTF_8));
          return console.toString(StandardCharsets.UTF_8);
        });
  }

  private <T> T people(Function<People, T> work) {
    return database.transaction(
        "contract",
        em -> {
          People people = new People();
          people.store = new PeopleStore(em);
          people.audit = this.people.audit;
          return work.apply(people);
        });
  }

  private static EmailAddress address(String text) {
    return new EmailAddress(text);
  }
}
