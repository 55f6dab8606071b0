package org.mailroom.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.ServerAction;
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

  private static final String APPLICATION =
      """
      mailroom: 1
      mailboxes:
        - name: App
          type: INPUT
          server: imap.xpto.example
          authentication: OAUTH2
          user: desk@xpto.example
          oauth: {grant: CLIENT_CREDENTIALS, issuer: https://login.example.org, clientId: one}
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

    assertThat(apply(export).unchanged()).isEqualTo(11);
    assertThat(transfer.export()).isEqualTo(export);
    assertThat(export).contains("defaultOutbox: Session").contains("outputMailbox: XPTO out");
  }

  @Test
  void what_becomes_of_mail_on_its_server_moves_too() {
    apply(
        """
        mailroom: 1
        mailboxes:
          - name: Desk in
            type: INPUT
            server: imap.xpto.example
            user: desk
            afterReading: {afterSuccess: MOVE, successFolder: Done, afterFailure: FLAG}
        """);

    assertThat(system.mailbox("Desk in").afterReading())
        .isEqualTo(new AfterReading(ServerAction.MOVE, "Done", ServerAction.FLAG, null));
    assertThat(transfer.export()).contains("afterSuccess: MOVE", "successFolder: Done");
  }

  @Test
  void the_rules_of_a_mailbox_and_released_senders_move_too() {
    apply(DOCUMENT);
    String document =
        """
        mailroom: 1
        contracts:
          - {number: C-1, client: XPTO, outputMailbox: XPTO out, inputMailbox: XPTO in, releasedSenders: [eve@other.example]}
        mailRules:
          - mailbox: xpto IN
            rules:
              - name: Invoices
                conditions:
                  - {field: HEADER, header: X-Kind, test: EQUALS, wanted: bill}
                priority: HIGH
                group: DESK
              - {name: Noise, action: IGNORE}
        """;
    TransferReport report = apply(document);
    String export = transfer.export();

    assertThat(fields(report, "contracts"))
        .contains(new Difference("releasedSenders", "", "eve@other.example"));
    assertThat(fields(report, "mailRules"))
        .containsExactly(
            new Difference(
                "rules",
                "",
                "{name: Invoices, enabled: true, conditions: {field: HEADER, header: X-Kind, test:"
                    + " EQUALS, wanted: bill}, action: OPEN, priority: HIGH, group: DESK}\n"
                    + "{name: Noise, enabled: true, conditions: , action: IGNORE}"));
    assertThat(apply(document).unchanged()).isEqualTo(2);
    assertThat(export)
        .contains("      - eve@other.example\n", "    rules:\n      - name: Invoices\n");
    assertThat(apply(export).changed()).isZero();
    assertThat(transfer.export()).isEqualTo(export);
    assertThat(apply(DOCUMENT).changed()).as("left out, they stay").isZero();
    assertThat(apply("mailroom: 1\nmailRules: [{mailbox: XPTO in}]").changed()).isEqualTo(1);
  }

  @Test
  void what_is_wrong_with_a_rule_is_told_where_it_stands() {
    apply(DOCUMENT);

    List<Problem> problems =
        problems(
            """
            mailroom: 1
            contracts:
              - {number: C-1, client: XPTO, releasedSenders: [eve@other.example, eve]}
            mailRules:
              - {mailbox: Gone, rules: []}
              - {mailbox: XPTO out, rules: []}
              - mailbox: XPTO in
                rules:
                  - {enabled: true,
                     name: ""}
            """,
            Optional.empty());

    assertThat(problems)
        .extracting(Problem::field, Problem::message)
        .containsExactlyInAnyOrder(
            tuple("contracts[0].releasedSenders", "Line 3: \"eve\" is no e-mail address."),
            tuple(
                "mailRules[0].mailbox",
                "Line 5: There is no mailbox \"Gone\", here or in the document."),
            tuple(
                "mailRules[1].mailbox",
                "Line 6: Only Input mailboxes have rules, and \"XPTO out\" is an Output one."),
            tuple("mailRules[2].rules[0].name", "Line 10: It has no name."));
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

    elsewhere.transfer().apply(sealed, Optional.of(PASSPHRASE), Optional.empty());
    TransferReport later = elsewhere.transfer().apply(DOCUMENT, Optional.empty(), Optional.empty());

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
  void what_was_seen_is_applied_and_nothing_else() {
    String seen = transfer.preview(DOCUMENT, Optional.empty()).fingerprint();
    apply("mailroom: 1\ngroups: [{acronym: DESK, addresses: [b@desk.example]}]");
    system.audited().clear();

    ConfigurationMoved moved =
        catchThrowableOfType(
            ConfigurationMoved.class,
            () -> transfer.apply(DOCUMENT, Optional.empty(), Optional.of(seen)));

    assertThat(moved.problems())
        .contains(
            new Problem("CHANGED", "groups/DESK/addresses", "b@desk.example → a@desk.example"));
    assertThat(system.audited()).isEmpty();
    assertThat(transfer.export()).doesNotContain("XPTO");
    assertThat(
            transfer
                .apply(DOCUMENT, Optional.empty(), Optional.of(moved.now().fingerprint()))
                .applied())
        .isTrue();
  }

  @Test
  void another_document_or_another_secret_here_is_not_what_was_seen() {
    apply(DOCUMENT);
    sealedWithPassword("geheim");
    String other = DOCUMENT.replace("title: Hello", "title: Good day");
    String seen = transfer.preview(other, Optional.empty()).fingerprint();

    assertThat(transfer.preview(other, Optional.empty()).fingerprint()).isEqualTo(seen);
    assertThat(transfer.preview(DOCUMENT, Optional.empty()).fingerprint()).isNotEqualTo(seen);
    sealedWithPassword("anders");
    assertThat(transfer.preview(other, Optional.empty()).fingerprint()).isNotEqualTo(seen);
  }

  @Test
  void an_input_keeps_its_own_address_and_every_mailbox_its_provider() {
    apply(
        """
        mailroom: 1
        mailboxes:
          - {name: Own, type: INPUT, provider: other, server: i.example, user: desk, sender: desk@xpto.example}
          - {name: Plain, type: INPUT, server: i.example, user: a@xpto.example}
        """);
    String export = transfer.export();

    PlainSystem elsewhere = new PlainSystem();
    elsewhere.transfer().apply(export, Optional.empty(), Optional.empty());

    assertThat(export).containsOnlyOnce("sender: ").contains("provider: other");
    assertThat(elsewhere.mailbox("Own").address()).isEqualTo("desk@xpto.example");
    assertThat(elsewhere.mailbox("Plain").address()).isEqualTo("a@xpto.example");
    assertThat(elsewhere.transfer().export()).isEqualTo(export);
  }

  @Test
  void a_client_secret_moves_sealed_and_twice_changes_nothing() {
    TransferReport first = apply(APPLICATION);
    assertThat(change(first, "App").notes()).singleElement().asString().contains("paused");
    assertThat(apply(APPLICATION).unchanged()).isEqualTo(1);
    system.keepClientSecret("App", Secret.of("client-s3cret"));
    String sealed = transfer.exportSealed(PASSPHRASE);

    PlainSystem elsewhere = new PlainSystem();
    elsewhere.transfer().apply(sealed, Optional.of(PASSPHRASE), Optional.empty());
    TransferReport again =
        elsewhere.transfer().apply(sealed, Optional.of(PASSPHRASE), Optional.empty());

    assertThat(sealed).contains("sealedClientSecret: ").doesNotContain("client-s3cret");
    assertThat(elsewhere.clientSecretOf("App")).contains(Secret.of("client-s3cret"));
    assertThat(elsewhere.mailbox("App").active()).isTrue();
    assertThat(again.unchanged()).as("with its rules").isEqualTo(2);
  }

  @Test
  void a_signing_key_moves_sealed_and_is_kept_when_a_document_has_none() {
    apply(DOCUMENT);
    PlainSystem.SigningKey key = new PlainSystem.SigningKey("november", Secret.of("pr1vate"));
    system.sign("XPTO out", key);
    String plain = transfer.export();
    String sealed = transfer.exportSealed(PASSPHRASE);
    PlainSystem elsewhere = new PlainSystem();
    Transfer there = elsewhere.transfer();

    TransferReport without = there.apply(plain, Optional.empty(), Optional.empty());
    assertThat(change(without, "XPTO out").notes())
        .anySatisfy(note -> assertThat(note).contains("without the signature of \"november\""));
    assertThat(elsewhere.signingKeyOf("XPTO out")).isEmpty();

    there.apply(sealed, Optional.of(PASSPHRASE), Optional.empty());
    assertThat(plain).contains("selector: november").doesNotContain("sealedKey");
    assertThat(sealed).contains("sealedKey: ").doesNotContain("pr1vate");
    assertThat(elsewhere.signingKeyOf("XPTO out")).contains(key);

    assertThat(change(there.apply(sealed, Optional.of(PASSPHRASE), Optional.empty()), "XPTO out"))
        .extracting(Change::what)
        .isEqualTo(What.UNCHANGED);
    there.apply(DOCUMENT, Optional.empty(), Optional.empty());
    assertThat(elsewhere.signingKeyOf("XPTO out")).contains(key);
    assertThat(codes(sealed, Optional.of(Secret.of("another passphrase"))))
        .contains("PASSPHRASE_WRONG");
  }

  @Test
  void a_stored_client_secret_goes_to_no_other_client() {
    apply(APPLICATION);
    system.keepClientSecret("App", Secret.of("client-s3cret"));

    assertThat(apply(APPLICATION).unchanged()).isEqualTo(1);
    apply(APPLICATION.replace("clientId: one", "clientId: two"));

    assertThat(system.clientSecretOf("App")).isEmpty();
    assertThat(system.mailbox("App").active()).isFalse();
  }

  @Test
  void a_mailbox_that_needs_a_consent_is_paused_until_somebody_gives_it() {
    String document = APPLICATION.replace("CLIENT_CREDENTIALS", "AUTHORIZATION_CODE");

    assertThat(change(apply(document), "App").notes()).isNotEmpty();
    assertThat(apply(document).unchanged()).isEqualTo(1);
    system.consent();
    assertThat(apply(document).changed()).isEqualTo(1);
    assertThat(system.mailbox("App").active()).isTrue();
    assertThat(apply(document).unchanged()).isEqualTo(1);
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
    return transfer.apply(document, Optional.empty(), Optional.empty());
  }

  private static Change change(TransferReport report, String name) {
    return report.changes().stream()
        .filter(c -> c.section().equals("mailboxes") && c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Difference> fields(TransferReport report, String section) {
    return report.changes().stream()
        .filter(change -> change.section().equals(section))
        .flatMap(change -> change.fields().stream())
        .toList();
  }

  private List<String> codes(String document, Optional<Secret> passphrase) {
    return problems(document, passphrase).stream().map(Problem::code).toList();
  }

  private List<Problem> problems(String document, Optional<Secret> passphrase) {
    return catchThrowableOfType(
            InvalidConfiguration.class,
            () -> transfer.apply(document, passphrase, Optional.empty()))
        .problems();
  }
}
