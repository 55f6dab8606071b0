package org.mailroom.purge;

import org.mailroom.database.TestDatabase;

class PurgeOnH2Test extends PurgeContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
