package org.mailroom.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

class ContractRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final ContractId OTHER = new ContractId(7);
  private static final MailboxId OUTPUT = new MailboxId(1);
  private static final MailboxId INPUT = new MailboxId(2);
  private static final MailboxId TAKEN_INPUT = new MailboxId(3);
  private static final MailboxId GONE = new MailboxId(99);

  @Test
  void a_contract_with_both_mailboxes_and_a_flow_is_right() {
    assertThat(codes(stated("C-1", "XPTO", "", TODAY, OUTPUT, INPUT, "support"))).isEmpty();
  }

  @Test
  void mailboxes_and_flow_are_optional() {
    assertThat(codes(stated("C-1", "XPTO", "", null, null, null, null))).isEmpty();
  }

  @Test
  void every_broken_rule_is_told_at_once_with_its_field() {
    ContractDraft wrong =
        stated("", "", "no domain!", TODAY.minusDays(1), INPUT, OUTPUT, "unknown");

    assertThat(new ContractRules(new Around()).problems(wrong, Optional.empty()))
        .extracting(Problem::field)
        .containsExactly(
            "number", "client", "domains", "endDate", "outputMailbox", "inputMailbox", "flow");
  }

  @Test
  void the_number_of_another_contract_is_refused() {
    assertThat(codes(stated("taken", "XPTO", "", null, null, null, null)))
        .containsExactly("NUMBER_TAKEN");
  }

  @Test
  void its_own_number_and_mailbox_are_its_to_keep() {
    ContractDraft own = stated("taken", "XPTO", "", null, null, TAKEN_INPUT, null);

    assertThat(new ContractRules(new Around()).problems(own, Optional.of(OTHER))).isEmpty();
  }

  @Test
  void the_end_may_be_the_day_it_starts_but_not_before() {
    assertThat(codes(stated("C-1", "XPTO", "", TODAY, null, null, null))).isEmpty();
    assertThat(codes(stated("C-1", "XPTO", "", TODAY.minusDays(1), null, null, null)))
        .containsExactly("DATES_ORDER");
  }

  @Test
  void an_input_mailbox_cannot_speak_and_an_output_one_cannot_be_read() {
    assertThat(codes(stated("C-1", "XPTO", "", null, INPUT, OUTPUT, null)))
        .containsExactly("MAILBOX_TYPE", "MAILBOX_TYPE");
  }

  @Test
  void an_input_mailbox_serves_one_contract_only() {
    assertThat(codes(stated("C-1", "XPTO", "", null, null, TAKEN_INPUT, null)))
        .containsExactly("MAILBOX_TAKEN");
  }

  @Test
  void a_mailbox_must_be_there() {
    assertThat(codes(stated("C-1", "XPTO", "", null, GONE, GONE, null)))
        .containsExactly("MAILBOX_UNKNOWN", "MAILBOX_UNKNOWN");
  }

  @Test
  void number_client_and_domains_have_their_lengths() {
    ContractDraft long_ =
        stated("n".repeat(61), "c".repeat(201), "d".repeat(2001), null, null, null, null);

    assertThat(codes(long_)).containsExactly("NUMBER_LENGTH", "CLIENT_LENGTH", "DOMAINS_LENGTH");
  }

  private static Iterable<String> codes(ContractDraft stated) {
    return new ContractRules(new Around())
        .problems(stated, Optional.empty()).stream().map(Problem::code).toList();
  }

  private static ContractDraft stated(
      String number,
      String client,
      String domains,
      LocalDate end,
      MailboxId email,
      MailboxId incomingEmail,
      String flow) {
    return new ContractDraft(
        number,
        client,
        domains,
        TODAY,
        end,
        ContractStatus.ACTIVE,
        email,
        incomingEmail,
        flow,
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE,
        false,
        FileLimits.USUAL);
  }

  /** One other contract, numbered "taken", with its own Input mailbox; one flow. */
  private static final class Around implements Surroundings {
    @Override
    public Optional<ContractId> numbered(String number) {
      return number.equals("taken") ? Optional.of(OTHER) : Optional.empty();
    }

    @Override
    public Optional<ContractId> readingFrom(MailboxId mailbox) {
      return mailbox.equals(TAKEN_INPUT) ? Optional.of(OTHER) : Optional.empty();
    }

    @Override
    public Optional<MailboxType> typeOf(MailboxId mailbox) {
      if (mailbox.equals(GONE)) {
        return Optional.empty();
      }
      return Optional.of(mailbox.equals(OUTPUT) ? MailboxType.OUTPUT : MailboxType.INPUT);
    }

    @Override
    public boolean knowsFlow(String key) {
      return key.equals("support");
    }
  }
}
