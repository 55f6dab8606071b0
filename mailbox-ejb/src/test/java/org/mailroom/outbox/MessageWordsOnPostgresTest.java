package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class MessageWordsOnPostgresTest extends MessageWordsContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
