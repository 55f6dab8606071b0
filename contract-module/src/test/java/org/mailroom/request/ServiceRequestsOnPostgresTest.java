package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class ServiceRequestsOnPostgresTest extends ServiceRequestsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
