package org.mailroom.delivery;

import org.mailroom.database.TestDatabase;

class AllowancesOnPostgresTest extends AllowancesContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
