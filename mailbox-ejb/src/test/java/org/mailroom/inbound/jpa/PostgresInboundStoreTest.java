package org.mailroom.inbound.jpa;

import org.mailroom.database.TestDatabase;

class PostgresInboundStoreTest extends InboundStoreContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
