package org.mailroom.api.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

class ReferencesTest {
  private final ContractReferences contracts = new ContractReferences();
  private final MailboxReferences mailboxes = new MailboxReferences();

  ReferencesTest() {
    // the number of one is the id of the other
    contracts.contracts =
        FakeContracts.of(FakeContracts.contract(1, "2"), FakeContracts.contract(2, "C-2"));
    mailboxes.mailboxes =
        FakeMailboxes.of(
            FakeMailboxes.mailbox(7, "Desk in", MailboxType.INPUT),
            FakeMailboxes.mailbox(8, "Desk", MailboxType.INPUT),
            FakeMailboxes.mailbox(9, "Desk", MailboxType.OUTPUT));
  }

  @Test
  void a_text_is_the_number_of_a_contract_before_it_is_an_id() {
    assertThat(contracts.find(Reference.toName("2"))).contains(new ContractId(1));
    assertThat(contracts.find(Reference.toName("1"))).contains(new ContractId(1));
    assertThat(contracts.find(Reference.toName("C-2"))).contains(new ContractId(2));
  }

  @Test
  void a_json_number_is_the_id_of_a_contract_before_it_is_a_number() {
    assertThat(contracts.find(Reference.toId(2))).contains(new ContractId(2));
    assertThat(contracts.find(Reference.toId(1))).contains(new ContractId(1));
  }

  @Test
  void a_contract_that_is_not_there_is_told_by_its_reference() {
    assertThat(contracts.find(Reference.toId(99))).isEmpty();
    assertThatThrownBy(() -> contracts.get("C-9"))
        .isInstanceOf(UnknownReference.class)
        .hasMessage("There is no contract C-9.");
  }

  @Test
  void a_mailbox_goes_by_its_exact_name_within_its_type() {
    assertThat(mailboxes.find(Reference.toName("Desk"), MailboxType.INPUT))
        .contains(new MailboxId(8));
    assertThat(mailboxes.find(Reference.toName("Desk"), MailboxType.OUTPUT))
        .contains(new MailboxId(9));
    assertThat(mailboxes.find(Reference.toName("desk"), MailboxType.INPUT)).isEmpty();
  }

  @Test
  void digits_are_the_id_of_a_mailbox() {
    assertThat(mailboxes.find(Reference.toName("7"), MailboxType.INPUT)).contains(new MailboxId(7));
    assertThat(mailboxes.get("7", MailboxType.INPUT)).isEqualTo(new MailboxId(7));
  }
}
