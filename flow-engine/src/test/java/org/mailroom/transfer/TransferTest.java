package org.mailroom.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.TransferReport.Difference;
import org.mailroom.transfer.TransferReport.What;
import org.mailroom.vault.Secret;

class TransferTest {
  private static final Secret PASSPHRASE = Secret.of("correct horse battery");
  private static final String DOCUMENT =
      """
      contracts:
        - {number: C-1, client: XPTO, outputMailbox: xpto out, inputMailbox: XPTO in}
        - {number: C-2, client: Two, inputMailbox: Two in}
      defaultOutbox: Session
      mailroom: 1
      groups:
        - {acronym: DESK, name: Desk, addresses: [a@desk.example]}
      mailboxes:
        - {name: XPTO out, type: OUTPUT, server: smtp.xpto.example, user: desk, sender: d@xpto.example}
        - {name: XPTO in, type: INPUT, server: imap.xpto.example, user: desk}
        - {name: Two in, type: INPUT, server: imap.two.example, user: desk}
        - {name: Session, type: OUTPUT, mailSession: mail/desk, sender: s@desk.example}
      templates:
        - {identifier: hello, title: Hello, html: "<p>Hello</p>"}
      """;

  private final PlainSystem system = new PlainSystem();
  private final Transfer transfer = system.transfer();

  @Test
  void a_preview_tells_what_would_change_and_leaves_nothing() {
    String empty = transfer.export();
    system.audited().clear();

    TransferReport report = transfer.preview(DOCUMENT, Optional.empty());

    assertThat(report.applied()).isFalse();
    assertThat(report.added()).isEqualTo(9);
    assertThat(system.audited()).isEmpty();
    assertThat(transfer.export()).isEqualTo(empty);
  }

  @Test
  void what_was_applied_is_what_was_previewed_and_once_more_it_changes_nothing() {
    List<Change> previewed = transfer.preview(DOCUMENT, Optional.empty()).changes();

    TransferReport first = apply(DOCUMENT);
    system.audited().clear();
    TransferReport second = apply(DOCUMENT);

    assertThat(first.applied()).isTrue();
    assertThat(first.changes()).isEqualTo(previewed);
    assertThat(second.unchanged()).isEqualTo(9);
    assertThat(system.audited()).isEmpty();
  }

  @Test
  void an_export_applied_changes_nothing_and_exports_the_same() {
    apply(DOCUMENT);
    String export = transfer.export();

    assertThat(apply(export).unchanged()).isEqualTo(9);
    assertThat(transfer.export()).isEqualTo(export);
    assertThat(export).contains("defaultOutbox: Session").contains("outputMailbox: XPTO out");
  }

  @Test
  void a_mailbox_without_its_secret_is_paused_and_says_so_and_a_session_needs_none() {
    TransferReport report = apply(DOCUMENT);

    assertThat(system.mailbox("XPTO out").active()).isFalse();
    assertThat(change(report, "XPTO out").notes()).singleElement().asString().contains("paused");
    assertThat(system.mailbox("Session").active()).isTrue();
    assertThat(change(report, "Session").notes()).isEmpty();
  }

  @Test
  void secrets_move_sealed_and_stay_when_a_document_has_none() {
    apply(DOCUMENT);
    String sealed = sealedWithPassword("geheim");
    PlainSystem elsewhere = new PlainSystem();

    elsewhere.transfer().apply(sealed, Optional.of(PASSPHRASE));
    TransferReport later = elsewhere.transfer().apply(DOCUMENT, Optional.empty());

    assertThat(sealed).doesNotContain("geheim");
    assertThat(elsewhere.passwordOf("XPTO out")).contains(Secret.of("geheim"));
    assertThat(elsewhere.mailbox("XPTO out").active()).isTrue();
    assertThat(change(later, "XPTO out").what()).isEqualTo(What.UNCHANGED);
  }

  @Test
  void another_secret_is_told_without_telling_it() {
    apply(DOCUMENT);
    String one = sealedWithPassword("geheim");
    sealedWithPassword("anders");

    TransferReport report = transfer.preview(one, Optional.of(PASSPHRASE));

    assertThat(change(report, "XPTO out").fields())
        .containsExactly(new Difference("secret", "•••", "•••"));
  }

  @Test
  void a_stored_password_goes_to_no_other_server() {
    apply(DOCUMENT);
    sealedWithPassword("geheim");

    apply(DOCUMENT.replace("smtp.xpto.example", "smtp.other.example"));

    assertThat(system.passwordOf("XPTO out")).isEmpty();
    assertThat(system.mailbox("XPTO out").active()).isFalse();
  }

  @Test
  void a_wrong_or_missing_passphrase_is_told_and_a_short_one_seals_nothing() {
    apply(DOCUMENT);
    String sealed = sealedWithPassword("geheim");

    assertThat(codes(sealed, Optional.of(Secret.of("another passphrase"))))
        .containsExactly("PASSPHRASE_WRONG");
    assertThat(codes(sealed, Optional.empty())).containsExactly("PASSPHRASE_MISSING");
    assertThat(
            codes(sealed.replace("iterations: 600000", "iterations: 1"), Optional.of(PASSPHRASE)))
        .containsExactly("SEALING_UNKNOWN");
    assertThat(
            catchThrowableOfType(
                InvalidConfiguration.class, () -> transfer.exportSealed(Secret.of("short"))))
        .hasMessageContaining("at least 12");
  }

  @Test
  void every_refused_item_is_told_with_its_line_and_nothing_is_kept() {
    String wrong =
        DOCUMENT
            .replace("smtp.xpto.example", "a/b")
            .replace("imap.two.example", "c/d")
            .replace("a@desk.example", "nobody")
            .replace("outputMailbox: xpto out", "outputMailbox: Gone");

    List<Problem> problems = problems(wrong, Optional.empty());

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "mailboxes[0].server",
            "mailboxes[2].server",
            "groups[0].addresses",
            "contracts[0].outputMailbox");
    assertThat(problems)
        .extracting(Problem::message)
        .contains("Line 9: No slashes in a server.")
        .contains("Line 2: There is no mailbox \"Gone\", here or in the document.");
    assertThat(transfer.export()).doesNotContain("Session");
  }

  @Test
  void contracts_swap_their_input_mailboxes_and_nobody_takes_anothers() {
    apply(DOCUMENT);
    String swapped =
        DOCUMENT
            .replace("inputMailbox: XPTO in", "inputMailbox: ?")
            .replace("inputMailbox: Two in", "inputMailbox: XPTO in")
            .replace("inputMailbox: ?", "inputMailbox: Two in");

    assertThat(apply(swapped).changed()).isEqualTo(2);
    assertThat(apply(swapped).unchanged()).isEqualTo(9);
    assertThat(
            codes(
                "mailroom: 1\ncontracts: [{number: N, client: N, inputMailbox: Two in}]",
                Optional.empty()))
        .containsExactly("MAILBOX_TAKEN");
  }

  @Test
  void two_contracts_of_a_client_cannot_state_different_domains() {
    assertThat(
            codes(
                """
                mailroom: 1
                contracts:
                  - {number: A, client: X, domains: [a.example, b.example]}
                  - {number: B, client: X, domains: [b.example, a.example]}
                  - {number: C, client: X, domains: [c.example]}
                  - {number: D, client: X}
                """,
                Optional.empty()))
        .containsExactly("DOMAINS_DIFFER");
  }

  /** The export of the system once a person has given the mailbox this password. */
  private String sealedWithPassword(String password) {
    system.keepPassword("XPTO out", Secret.of(password));
    return transfer.exportSealed(PASSPHRASE);
  }

  private TransferReport apply(String document) {
    return transfer.apply(document, Optional.empty());
  }

  private static Change change(TransferReport report, String name) {
    return report.changes().stream()
        .filter(c -> c.section().equals("mailboxes") && c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> codes(String document, Optional<Secret> passphrase) {
    return problems(document, passphrase).stream().map(Problem::code).toList();
  }

  private List<Problem> problems(String document, Optional<Secret> passphrase) {
    return catchThrowableOfType(
            InvalidConfiguration.class, () -> transfer.apply(document, passphrase))
        .problems();
  }
}
