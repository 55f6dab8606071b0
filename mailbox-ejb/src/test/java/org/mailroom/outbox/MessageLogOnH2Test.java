package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class MessageLogOnH2Test extends MessageLogContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
