package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class AccountsOnPostgresTest extends AccountsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
