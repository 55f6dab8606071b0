package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class OutboxQueueOnH2Test extends OutboxQueueContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
