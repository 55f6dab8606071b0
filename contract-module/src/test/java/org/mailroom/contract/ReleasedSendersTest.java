package org.mailroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.EmailAddress;

/** The service over its store; each database has its subclass. */
abstract class ReleasedSendersTest {
  private static final EmailAddress EVE = new EmailAddress("Eve@Other.example");

  private final NotedAudit audit = new NotedAudit();
  private TestDatabase database;
  private ContractId contract;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void a_contract() {
    database = newDatabase();
    contract =
        database.transaction(
            "contract",
            em ->
                ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit())
                    .register(ContractFixture.draft("C-1", "XPTO"))
                    .id());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_sender_is_released_once_whatever_the_case() {
    release(EVE);
    release(new EmailAddress("eve@other.example"));

    assertThat(isReleased(contract, EVE)).isTrue();
    assertThat(listed())
        .containsExactly(
            new ReleasedSender(
                new EmailAddress("eve@other.example"), ContractFixture.NOON.instant(), "ana"));
    assertThat(audit.notes())
        .containsExactly("contract.sender_released contract C-1 Eve@other.example");
  }

  @Test
  void others_are_not_released_with_it() {
    release(EVE);

    assertThat(isReleased(contract, new EmailAddress("bob@other.example"))).isFalse();
    assertThat(isReleased(new ContractId(contract.value() + 1), EVE)).isFalse();
  }

  @Test
  void a_withdrawn_sender_is_left_to_the_policy_again() {
    release(EVE);
    audit.notes().clear();

    withdraw();
    withdraw();

    assertThat(listed()).isEmpty();
    assertThat(audit.notes())
        .containsExactly("contract.sender_withdrawn contract C-1 Eve@other.example");
  }

  @Test
  void stated_senders_are_let_in_and_no_others() {
    EmailAddress bob = new EmailAddress("bob@other.example");
    release(EVE);
    release(new EmailAddress("gone@other.example"));
    audit.notes().clear();

    state(List.of(bob, EVE));
    state(List.of(EVE, bob));

    assertThat(in(ReleasedSenders::all))
        .containsOnly(entry(contract, List.of(bob, new EmailAddress("eve@other.example"))));
    assertThat(audit.notes())
        .containsExactly(
            "contract.sender_withdrawn contract C-1 gone@other.example",
            "contract.sender_released contract C-1 bob@other.example");
    state(List.of());
    assertThat(in(ReleasedSenders::all)).isEmpty();
  }

  @Test
  void a_contract_takes_its_released_senders_with_it() {
    release(EVE);

    database.transaction(
        "contract",
        em -> {
          ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit()).delete(contract);
          return null;
        });

    assertThat(isReleased(contract, EVE)).isFalse();
  }

  private boolean isReleased(ContractId under, EmailAddress sender) {
    return in(released -> released.isReleased(under, sender));
  }

  private List<ReleasedSender> listed() {
    return in(released -> released.of(contract));
  }

  private void state(List<EmailAddress> senders) {
    in(
        released -> {
          released.state(contract, senders);
          return null;
        });
  }

  private void release(EmailAddress sender) {
    in(
        released -> {
          released.release(contract, sender);
          return null;
        });
  }

  private void withdraw() {
    in(
        released -> {
          released.withdraw(contract, EVE);
          return null;
        });
  }

  private <T> T in(Function<ReleasedSenders, T> work) {
    return database.transaction(
        "contract",
        em -> {
          Contracts contracts =
              ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit());
          return work.apply(ContractFixture.released(em, contracts, audit));
        });
  }
}
