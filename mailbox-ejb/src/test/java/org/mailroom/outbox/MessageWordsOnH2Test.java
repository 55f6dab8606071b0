package org.mailroom.outbox;

import org.mailroom.database.TestDatabase;

class MessageWordsOnH2Test extends MessageWordsContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
