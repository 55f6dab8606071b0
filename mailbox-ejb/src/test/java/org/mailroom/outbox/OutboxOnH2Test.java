package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxOnH2Test extends OutboxContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
