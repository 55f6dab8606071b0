package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxOnPostgresTest extends OutboxContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
