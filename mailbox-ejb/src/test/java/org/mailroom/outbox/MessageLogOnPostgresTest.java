package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class MessageLogOnPostgresTest extends MessageLogContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
