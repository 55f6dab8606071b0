package org.mailroom.inbound.jpa;

import org.mailroom.database.TestDatabase;

class H2InboundStoreTest extends InboundStoreContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
