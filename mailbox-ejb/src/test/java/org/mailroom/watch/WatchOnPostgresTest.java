package org.mailroom.watch;

import org.mailroom.database.TestDatabase;

class WatchOnPostgresTest extends WatchContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }
}
