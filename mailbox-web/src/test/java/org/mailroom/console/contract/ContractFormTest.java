package org.mailroom.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.MailboxId;

class ContractFormTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  @Test
  void a_new_contract_starts_today_and_uses_the_standard_outbox() {
    var draft = ContractForm.startingOn(DAY).toDraft();

    assertThat(draft.startDate()).isEqualTo(DAY);
    assertThat(draft.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(draft.outputMailbox()).isNull();
    assertThat(draft.whenOutboxUnavailable()).isEqualTo(WhenOutboxUnavailable.WAIT);
    assertThat(draft.senderPolicy()).isEqualTo(SenderPolicy.ANYONE);
  }

  @Test
  void a_registered_contract_comes_back_as_it_was() {
    var contract =
        new ContractView(
            new ContractId(5),
            "XPTO-2026",
            "XPTO Company",
            List.of("xpto.example", "xpto.test"),
            DAY,
            null,
            ContractStatus.INACTIVE,
            Optional.of(new MailboxId(7)),
            Optional.empty(),
            Optional.of("incident"),
            WhenOutboxUnavailable.HOLD,
            SenderPolicy.KNOWN,
            true,
            2);

    assertThat(ContractForm.of(contract).toDraft())
        .isEqualTo(
            new ContractDraft(
                "XPTO-2026",
                "XPTO Company",
                "xpto.example, xpto.test",
                DAY,
                null,
                ContractStatus.INACTIVE,
                new MailboxId(7),
                null,
                "incident",
                WhenOutboxUnavailable.HOLD,
                SenderPolicy.KNOWN,
                true,
                FileLimits.USUAL));
  }
}
