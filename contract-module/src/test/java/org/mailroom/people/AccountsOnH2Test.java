package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class AccountsOnH2Test extends AccountsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
