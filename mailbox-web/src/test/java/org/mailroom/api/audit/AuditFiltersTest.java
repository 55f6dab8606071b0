package org.mailroom.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
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

  private AuditQuery query() {
    return filters.query(ZoneOffset.ofHours(-3));
  }
}
