package org.mailroom.contract;

import org.mailroom.database.TestDatabase;

class ContractsOnPostgresTest extends ContractsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
