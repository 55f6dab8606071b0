package org.mailroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditExportTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<AuditEntryView> entries = new ArrayList<>();
  private final List<String> noted = new ArrayList<>();

  @Test
  void csv_has_names_and_quotes_and_no_cell_is_a_formula() throws IOException {
    entry("=HYPERLINK(\"http://evil\")", new Change("name", "a", "he said \"x\"\nand left"));

    assertThat(export(AuditFormat.CSV))
        .isEqualTo(
            """
            at,who,address,action,subject,detail,changes
            "2026-11-22T12:00:00Z","ana","203.0.113.9","mailbox.changed",\
            "'=HYPERLINK(""http://evil"")","","name: a → he said ""x""
            and left"
            """
                .replace("\n", "\r\n")
                .replace("\"\"x\"\"\r\n", "\"\"x\"\"\n"));
  }

  @Test
  void each_sign_that_makes_a_formula_is_disarmed() throws IOException {
    for (String sign : List.of("=", "+", "-", "@", "\t", "\r")) {
      entries.clear();
      entry(sign + "1", new Change("f", null, "1"));
      assertThat(export(AuditFormat.CSV)).contains("\"'" + sign + "1\"");
    }
  }

  @Test
  void json_lines_are_one_object_each() throws IOException {
    entry("mailbox 1", new Change("port", null, "25"));
    entry("mailbox 2", new Change("port", "25", "587"));

    assertThat(export(AuditFormat.JSONL).lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"at\":\"2026-11-22T12:00:00Z\",\"who\":\"ana\",\"address\":\"203.0.113.9\","
                + "\"action\":\"mailbox.changed\",\"subject\":\"mailbox 1\",\"detail\":\"\","
                + "\"changes\":[{\"field\":\"port\",\"before\":null,\"after\":\"25\"}]}");
  }

  @Test
  void writes_all_parts_and_notes_itself() throws IOException {
    for (int i = 0; i < 1203; i++) {
      entry("mailbox " + i, new Change("port", null, "25"));
    }

    assertThat(export(AuditFormat.JSONL).lines()).hasSize(1203);
    assertThat(noted).containsExactly("audit.exported audit format=JSONL entries=1203");
  }

  private void entry(String subject, Change change) {
    long id = entries.size() + 1L;
    entries.add(
        new AuditEntryView(
            id, NOON, "ana", "203.0.113.9", "mailbox.changed", subject, "", List.of(change)));
  }

  private String export(AuditFormat format) throws IOException {
    AuditExport export = new AuditExport();
    export.log = log();
    export.audit = audit();
    StringBuilder out = new StringBuilder();
    export.write(AuditQuery.all(), format, out);
    return out.toString();
  }

  private AuditLog log() {
    return new AuditLog() {
      @Override
      public List<AuditEntryView> older(AuditQuery query, Optional<AuditEntryView> last, int most) {
        long after = last.map(AuditEntryView::id).orElse(0L);
        return entries.stream().skip(after).limit(most).toList();
      }
    };
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void note(String action, String subject, String detail) {
        noted.add(action + " " + subject + " " + detail);
      }
    };
  }
}
