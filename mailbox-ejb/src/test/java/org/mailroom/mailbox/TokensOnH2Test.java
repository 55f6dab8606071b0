package org.mailroom.mailbox;

import org.mailroom.database.TestDatabase;

class TokensOnH2Test extends TokensContract {
  @Override
  TestDatabase open() {
    return TestDatabase.h2();
  }
}
