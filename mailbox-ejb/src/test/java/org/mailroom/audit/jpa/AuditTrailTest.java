package org.mailroom.audit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.AuditQuery;
import org.mailroom.audit.Change;
import org.mailroom.audit.model.AuditEntry;
import org.mailroom.database.TestDatabase;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

class AuditTrailTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final List<Change> PORT = List.of(new Change("port", "25", "587"));

  private TestDatabase database;

  enum Kind {
    H2,
    POSTGRESQL
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void keeps_an_entry_as_it_was(Kind kind) {
    open(kind);
    List<Change> changes =
        List.of(new Change("name", null, "Ünï \"q\" → \n"), new Change("port", "25", null));
    add(0, "ana", "mailbox.changed", "mailbox 17", changes);

    AuditEntryView kept = list(AuditQuery.all()).items().get(0);

    assertThat(kept.at()).isEqualTo(NOON);
    assertThat(kept.who()).isEqualTo("ana");
    assertThat(kept.address()).isEqualTo("203.0.113.9");
    assertThat(kept.changes()).isEqualTo(changes);
  }

  @ParameterizedTest
  @EnumSource
  void finds_by_who_action_subject_text_and_time(Kind kind) {
    open(kind);
    add(0, "ana", "mailbox.changed", "mailbox 17", PORT);
    add(1, "bo", "mailbox.deleted", "mailbox 18", List.of());
    add(2, "ana", "mailboxes.changed", "contract 100%", List.of());

    assertThat(found(new AuditQuery("ana", null, null, null, null, null))).containsExactly(2, 0);
    assertThat(found(new AuditQuery(null, "mailbox", null, null, null, null)))
        .containsExactly(1, 0);
    assertThat(found(new AuditQuery(null, "mailbox.deleted", null, null, null, null)))
        .containsExactly(1);
    assertThat(found(AuditQuery.of("mailbox 17"))).containsExactly(0);
    assertThat(found(new AuditQuery(null, null, null, "PORT", null, null))).containsExactly(0);
    assertThat(found(new AuditQuery(null, null, null, "100%", null, null))).containsExactly(2);
    assertThat(found(new AuditQuery(null, null, null, "1%0", null, null))).isEmpty();
    assertThat(found(new AuditQuery(null, null, null, null, at(1), at(2)))).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_walk_meets_each_entry_once_even_at_the_same_moment(Kind kind) {
    open(kind);
    for (int i = 0; i < 7; i++) {
      add(i / 3, "ana", "mailbox.changed", "mailbox " + i, List.of());
    }

    List<String> walked = new ArrayList<>();
    Optional<AuditEntryView> last = Optional.empty();
    do {
      Optional<AuditEntryView> from = last;
      List<AuditEntryView> part = in(trail -> views(trail.older(AuditQuery.all(), from, 2)));
      part.forEach(entry -> walked.add(entry.subject()));
      last = part.isEmpty() ? Optional.empty() : Optional.of(part.get(part.size() - 1));
    } while (last.isPresent());

    assertThat(walked).hasSize(7).doesNotHaveDuplicates().startsWith("mailbox 6");
  }

  private static List<AuditEntryView> views(List<AuditEntry> entries) {
    return entries.stream().map(AuditEntry::view).toList();
  }

  private void open(Kind kind) {
    database = kind == Kind.H2 ? TestDatabase.h2() : TestDatabase.postgres();
  }

  private void add(int seconds, String who, String action, String subject, List<Change> changes) {
    in(
        trail -> {
          trail.add(new AuditEntry(at(seconds), who, "203.0.113.9", action, subject, "", changes));
          return null;
        });
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private List<Integer> found(AuditQuery query) {
    return list(query).items().stream()
        .map(entry -> (int) (entry.at().getEpochSecond() - NOON.getEpochSecond()))
        .toList();
  }

  private Page<AuditEntryView> list(AuditQuery query) {
    return in(trail -> trail.list(query, Slice.first(50)).map(AuditEntry::view));
  }

  private <T> T in(Function<AuditTrail, T> work) {
    return database.transaction("mailbox", entities -> work.apply(new AuditTrail(entities)));
  }
}
