package org.mailroom.contract;

import org.mailroom.database.TestDatabase;

class ReleasedSendersOnH2Test extends ReleasedSendersTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
