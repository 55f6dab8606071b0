package org.mailroom.token;

import org.mailroom.database.TestDatabase;

class TokensOnH2Test extends TokensTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
