package org.mailroom.contract;

import org.mailroom.database.TestDatabase;

class ContractsOnH2Test extends ContractsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
