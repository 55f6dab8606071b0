package org.mailroom.audit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.audit.model.AuditEntry;
import org.mailroom.database.TestDatabase;

class AuditTrailTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void keeps_an_entry_on_h2() {
    keeps_an_entry(TestDatabase.h2());
  }

  @Test
  void keeps_an_entry_on_postgresql() {
    keeps_an_entry(TestDatabase.postgres());
  }

  private static void keeps_an_entry(TestDatabase database) {
    try (database) {
      database.transaction("mailbox", entities -> add(entities, "mailbox 17"));
      String kept = database.transaction("mailbox", AuditTrailTest::only);

      assertThat(kept).isEqualTo("2026-11-22T12:00:00Z ana: mailbox.registered mailbox 17 OUTPUT");
    }
  }

  private static String only(EntityManager entities) {
    return entities
        .createQuery("select e from AuditEntry e", AuditEntry.class)
        .getSingleResult()
        .toString();
  }

  private static Void add(EntityManager entities, String subject) {
    AuditTrail trail = new AuditTrail();
    trail.entities = entities;
    trail.add(new AuditEntry(NOON, "ana", "mailbox.registered", subject, "OUTPUT"));
    return null;
  }
}
