package org.mailroom.watch;

import org.mailroom.database.TestDatabase;

class WatchOnH2Test extends WatchContract {
  @Override
  TestDatabase open() {
    return TestDatabase.h2();
  }
}
