package org.mailroom.token;

import org.mailroom.database.TestDatabase;

class TokensOnPostgresTest extends TokensTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
