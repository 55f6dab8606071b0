package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxReturnsOnPostgresTest extends OutboxReturnsContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
