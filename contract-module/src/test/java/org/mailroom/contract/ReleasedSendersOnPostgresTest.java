package org.mailroom.contract;

import org.mailroom.database.TestDatabase;

class ReleasedSendersOnPostgresTest extends ReleasedSendersTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
