package org.mailroom.transfer.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Security;
import org.mailroom.transfer.InvalidConfiguration;
import org.mailroom.transfer.model.Document;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;

class DocumentReaderTest {
  @Test
  void reads_every_kind_in_any_order() {
    Document document =
        DocumentReader.read(
            """
            contracts:
              - number: "4711"
                client: XPTO
                domains: [xpto.example, xpto.test]
                startDate: 2026-01-01
                outputMailbox: XPTO out
            defaultOutbox: XPTO out
            mailroom: 1
            mailboxes:
              - name: XPTO out
                type: OUTPUT
                server: smtp.xpto.example
                port: 465
                security: TLS
                active: no
            """
                .replace("active: no", "active: false"));

    assertThat(document.items()).hasSize(3);
    Item mailbox = document.of(Kind.MAILBOX).get(0).item();
    assertThat(mailbox.number("port")).isEqualTo(465);
    assertThat(mailbox.choice("security", Security.class)).isEqualTo(Security.TLS);
    assertThat(mailbox.flag("active")).isFalse();
    Item contract = document.of(Kind.CONTRACT).get(0).item();
    assertThat(contract.name()).isEqualTo("4711");
    assertThat(contract.texts("domains")).containsExactly("xpto.example", "xpto.test");
    assertThat(document.states(Kind.MAILBOX, "xpto OUT")).isTrue();
    assertThat(document.of(Kind.DEFAULT_OUTBOX).get(0).item().name()).isEqualTo("XPTO out");
  }

  @Test
  void what_is_null_is_left_out_and_what_looks_like_null_in_quotes_is_not() {
    Document document =
        DocumentReader.read(
            """
            mailroom: 1
            mailboxes:
              - {name: a, user: null, folder: ~, sender: , senderName: "null"}
            groups:
            """);

    Item mailbox = document.items().get(0).item();
    assertThat(mailbox.fields()).containsOnlyKeys("name", "senderName");
  }

  @Test
  void lists_of_mappings_are_read_as_strictly_and_their_lines_are_known() {
    assertThat(
            problems(
                """
                mailroom: 1
                mailRules:
                  - mailbox: a
                    rules:
                      - name: One
                        conditions:
                          - {field: BODY, wanted: x, what: y}
                      - Two
                      - {enabled: maybe}
                  - {mailbox: b, rules: {name: One}}
                """))
        .extracting(Problem::field, problem -> problem.message().split(":", 2)[0])
        .containsExactlyInAnyOrder(
            tuple("mailRules[0].rules[0].conditions[0].field", "Line 7"),
            tuple("mailRules[0].rules[0].conditions[0].what", "Line 7"),
            tuple("mailRules[0].rules[1]", "Line 8"),
            tuple("mailRules[0].rules[1].name", "Line 8"),
            tuple("mailRules[0].rules[2].name", "Line 9"),
            tuple("mailRules[0].rules[2].enabled", "Line 9"),
            tuple("mailRules[1].rules", "Line 10"));
  }

  @Test
  void tells_all_problems_with_line_and_path() {
    List<Problem> problems =
        problems(
            """
            mailroom: 2
            mailboxen: []
            mailboxes:
              - name: one
                tpye: INPUT
                port: many
                active: yes
                security: SSL
                oauth: {grant: MAGIC, color: red}
              - type: INPUT
              - text
              - name: ONE
            contracts:
              - number: 1
                startDate: 31.12.2026
                domains: xpto.example
            defaultOutbox: [a]
            """);

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactly(
            "mailroom",
            "mailboxen",
            "mailboxes[0].active",
            "mailboxes[0].port",
            "mailboxes[0].security",
            "mailboxes[0].oauth.grant",
            "mailboxes[0].tpye",
            "mailboxes[0].oauth.color",
            "mailboxes[1].name",
            "mailboxes[2]",
            "mailboxes[2].name",
            "contracts[0].domains",
            "contracts[0].startDate",
            "defaultOutbox.mailbox",
            "mailboxes[3].name");
    assertThat(problems)
        .extracting(Problem::message)
        .contains(
            "Line 5: \"tpye\" is no field that is known here.",
            "Line 8: \"security\" must be one of TLS, STARTTLS, NONE.",
            "Line 12: \"ONE\" is in line 4 already.");
  }

  @Test
  void a_value_of_the_wrong_kind_is_not_repeated() {
    assertThat(problems("mailroom: 1\nmailboxes:\n  - {name: a, port: geheim}\n").toString())
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "- a\n- b",
        "mailroom: 1\n---\nmailroom: 1",
        "mailroom: 1\nmailroom: 1",
        "mailroom: [1",
        "mailroom: 1\n\tgroups: []",
        "mailroom: 1\ngroups: [*x]",
        "mailroom: 1\ngroups: &x []",
        "mailroom: 1\ngroups: !!javax.script.ScriptEngineManager []",
        "mailroom: 1\ngroups: [{acronym: !!binary aGVsbG8=}]",
        "mailroom: 1\n? [a]\n: b",
        "mailroom: 1\ngroups: [[[[[[[[[[[[]]]]]]]]]]]]",
        "mailroom: \"1\u0000\"",
      })
  void what_is_broken_or_hostile_is_refused_with_its_line(String yaml) {
    assertThat(problems(yaml))
        .allSatisfy(problem -> assertThat(problem.message()).startsWith("Line "));
  }

  @Test
  void a_billion_laughs_are_not_laughed() {
    StringBuilder yaml = new StringBuilder("mailroom: 1\na: &a [lol, lol]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      yaml.append("%c: &%c [*%c, *%c]%n".formatted(c, c, c - 1, c - 1));
    }

    assertThat(problems(yaml.toString()).get(0).message()).contains("Line 2: Anchors and aliases");
  }

  @Test
  void fifty_megabytes_and_endless_nesting_end_at_once() throws Exception {
    String large = "mailroom: 1\n# " + "x".repeat(50 * 1024 * 1024);
    String deep = "[".repeat(5_000_000);

    ProcessorTime.assertWithin(
        Duration.ofSeconds(10),
        () -> {
          assertThat(problems(large)).hasSize(1);
          assertThat(problems(deep).get(0).message()).contains("nested too deeply");
        });
  }

  private static List<Problem> problems(String yaml) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> DocumentReader.read(yaml))
        .problems();
  }
}
