package org.mailroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.contract.ContractFixture.TODAY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.model.Client;

class ContractDraftTest {
  @Test
  void what_was_left_out_is_filled_in() {
    ContractDraft complete = completed(ContractFixture.draft("C-1", "XPTO"));

    assertThat(complete)
        .isEqualTo(
            new ContractDraft(
                "C-1",
                "XPTO",
                "",
                TODAY,
                null,
                ContractStatus.ACTIVE,
                null,
                null,
                null,
                WhenOutboxUnavailable.WAIT,
                SenderPolicy.ANYONE,
                false,
                FileLimits.USUAL));
  }

  @Test
  void types_of_files_are_spelled_alike() {
    FileLimits files =
        new FileLimits(5, null, " .PDF; *.docx,pdf image/* ", null, null).completed();

    assertThat(files)
        .isEqualTo(
            new FileLimits(
                5, FileLimits.MOST_KB, "pdf docx image/*", "", WhenFileRefused.LEAVE_OUT));
  }

  @Test
  void blanks_around_and_between_words_do_not_count() {
    ContractDraft complete = completed(ContractFixture.draft(" C-1 ", "\tXPTO \n Company "));

    assertThat(complete.number()).isEqualTo("C-1");
    assertThat(complete.client()).isEqualTo("XPTO Company");
  }

  @Test
  void a_client_we_have_keeps_the_spelling_it_was_registered_with() {
    ContractDraft complete =
        ContractFixture.draft("C-1", "xpto company")
            .completed(TODAY, name -> Optional.of(new Client("XPTO Company")));

    assertThat(complete.client()).isEqualTo("XPTO Company");
  }

  @Test
  void domains_are_separated_by_anything_and_spelled_one_way() {
    ContractDraft complete =
        completed(withDomains(" @XPTO.example; mail.xpto.example,\nxpto.example "));

    assertThat(complete.domains()).isEqualTo("xpto.example mail.xpto.example");
  }

  @Test
  void nothing_at_all_is_completed_too() {
    ContractDraft complete = completed(ContractFixture.draft(null, null));

    assertThat(complete.number()).isEmpty();
    assertThat(complete.client()).isEmpty();
  }

  private static ContractDraft completed(ContractDraft draft) {
    return draft.completed(TODAY, name -> Optional.empty());
  }

  private static ContractDraft withDomains(String domains) {
    return new ContractDraft(
        "C-1", "XPTO", domains, null, null, null, null, null, null, null, null, null);
  }
}
