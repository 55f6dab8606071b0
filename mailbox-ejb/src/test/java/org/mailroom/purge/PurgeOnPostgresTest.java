package org.mailroom.purge;

import org.mailroom.database.TestDatabase;

class PurgeOnPostgresTest extends PurgeContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
