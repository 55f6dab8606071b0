package org.mailroom.transfer.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Sealing;

class DocumentWriterTest {
  @Test
  void writes_one_value_a_line_in_a_fixed_order_and_long_texts_as_blocks() {
    Item mailbox =
        Item.of(
            Kind.MAILBOX,
            Map.of(
                "name",
                "XPTO out",
                "port",
                465,
                "active",
                true,
                "oauth.issuer",
                "https://a.example"),
            3);
    Item contract = Item.of(Kind.CONTRACT, Map.of("number", "4711", "domains", List.of()), 1);
    Item template =
        Item.of(Kind.TEMPLATE, Map.of("identifier", "a", "html", "<p>1</p>\n<p>2</p>"), 0);
    Item theDefault = Item.of(Kind.DEFAULT_OUTBOX, Map.of("mailbox", "XPTO out"), 0);

    String yaml =
        DocumentWriter.write(
            List.of(contract, template, mailbox, theDefault),
            Optional.of(new Sealing("K", 7, "c2FsdA==")));

    assertThat(yaml.lines().skip(1))
        .containsExactly(
            "mailroom: 1",
            "secrets:",
            "  kdf: K",
            "  iterations: 7",
            "  salt: c2FsdA==",
            "mailboxes:",
            "  - name: XPTO out",
            "    active: true",
            "    port: 465",
            "    oauth:",
            "      issuer: https://a.example",
            "defaultOutbox: XPTO out",
            "templates:",
            "  - identifier: a",
            "    html: |-",
            "      <p>1</p>",
            "      <p>2</p>",
            "contracts:",
            "  - number: '4711'",
            "    domains: []");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "no",
        "null",
        "~",
        "1e3",
        "0x1F",
        "2026-11-26",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "'quoted\"",
        "& * ! | > % @ `",
        " leading",
        "trailing ",
        "Ação 漢字 😀",
        "a\nb",
        "a\nb\n",
        "a\n\n\n",
        "\n a\n  b",
        "a\r\nb",
        "tab\tin",
        "\tlead\nx",
        "line \nend",
        "\u0085\u2028",
        "\u0007bell\nx",
        "---\nx",
        "...",
      })
  void every_text_comes_back_as_it_was(String text) {
    Item group = Item.of(Kind.GROUP, Map.of("acronym", "A", "name", text), 0);

    String yaml = DocumentWriter.write(List.of(group), Optional.empty());

    assertThat(DocumentReader.read(yaml).items().get(0).item().text("name")).isEqualTo(text);
  }
}
