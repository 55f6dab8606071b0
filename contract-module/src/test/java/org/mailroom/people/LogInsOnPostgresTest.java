package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class LogInsOnPostgresTest extends LogInsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
