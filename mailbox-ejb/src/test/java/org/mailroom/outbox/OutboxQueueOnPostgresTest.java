package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxQueueOnPostgresTest extends OutboxQueueContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
