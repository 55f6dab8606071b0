package org.mailroom.delivery;

import org.mailroom.database.TestDatabase;

class AllowancesOnH2Test extends AllowancesContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
