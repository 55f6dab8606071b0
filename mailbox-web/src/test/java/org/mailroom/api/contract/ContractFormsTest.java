package org.mailroom.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.json.JsonAnswers;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.FakeContracts;
import org.mailroom.api.reference.FakeMailboxes;
import org.mailroom.api.reference.MailboxReferencesOf;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

class ContractFormsTest {
  private final ContractForms forms = new ContractForms();

  ContractFormsTest() {
    forms.mailboxes =
        MailboxReferencesOf.these(
            FakeMailboxes.mailbox(8, "Desk in", MailboxType.INPUT),
            FakeMailboxes.mailbox(9, "Desk out", MailboxType.OUTPUT));
  }

  @Test
  void every_term_has_its_property_and_mailboxes_go_by_id_or_name() {
    var form =
        form(
            """
            {"number": "C-1", "client": "XPTO Company", "domains": "xpto.example",
             "startDate": "2026-01-01", "endDate": "2026-12-31", "status": "INACTIVE",
             "outputMailbox": "Desk out", "inputMailbox": 8, "flow": "opening",
             "whenOutboxUnavailable": "HOLD", "senderPolicy": "KNOWN",
             "mailboxForAllNotices": true, "maxFileKb": 100, "maxFilesKb": 200,
             "allowedFiles": "pdf", "refusedFiles": "executables",
             "whenFileRefused": "QUARANTINE", "version": 2}""");
    assertThat(form.draft())
        .isEqualTo(
            new ContractDraft(
                "C-1",
                "XPTO Company",
                "xpto.example",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                ContractStatus.INACTIVE,
                new MailboxId(9),
                new MailboxId(8),
                "opening",
                WhenOutboxUnavailable.HOLD,
                SenderPolicy.KNOWN,
                true,
                new FileLimits(100, 200, "pdf", "executables", WhenFileRefused.QUARANTINE)));
    assertThat(form.version()).isEqualTo(2);
  }

  @Test
  void a_mailbox_of_the_other_type_is_not_found_by_name() {
    var refusal =
        catchThrowableOfType(InvalidBody.class, () -> form("{\"outputMailbox\": \"Desk in\"}"));
    assertThat(refusal.problems()).extracting(Problem::field).containsExactly("outputMailbox");
  }

  @Test
  void an_answer_can_be_sent_back() {
    var answer = ContractAnswer.of(FakeContracts.contract(1, "C-1"));
    var json = new JsonAnswers().getContext(ContractAnswer.class).toJson(answer);
    assertThat(form(json).draft().number()).isEqualTo("C-1");
  }

  private ContractForms.Form form(String json) {
    return Body.of(json).as(forms::read);
  }
}
