package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class LogInsOnH2Test extends LogInsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
