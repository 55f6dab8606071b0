package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxReturnsOnH2Test extends OutboxReturnsContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
