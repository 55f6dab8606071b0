package org.mailroom.mailbox;

import org.mailroom.database.TestDatabase;

class TokensOnPostgresTest extends TokensContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }
}
