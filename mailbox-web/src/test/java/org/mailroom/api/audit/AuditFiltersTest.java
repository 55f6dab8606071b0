package org.mailroom.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.api.problem.BadCall;
import org.mailroom.audit.AuditQuery;

class AuditFiltersTest {
  private final AuditFilters filters = new AuditFilters();

  @Test
  void nothing_asked_for_is_everything() {
    filters.who = " ";

    assertThat(query()).isEqualTo(AuditQuery.all());
  }

  @Test
  void a_day_begins_where_the_server_is_and_a_moment_is_itself() {
    filters.from = "2026-11-26";
    filters.until = "2026-11-26T10:00:00+01:00";

    assertThat(query().from()).isEqualTo(Instant.parse("2026-11-26T03:00:00Z"));
    assertThat(query().until()).isEqualTo(Instant.parse("2026-11-26T09:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-26T25:00:00Z", "1"})
  void what_is_no_moment_is_refused_by_name(String from) {
    filters.from = from;

    assertThatThrownBy(this::query).isInstanceOf(BadCall.class).hasMessageContaining("\"from\"");
  }

  private AuditQuery query() {
    return filters.query(ZoneOffset.ofHours(-3));
  }
}
