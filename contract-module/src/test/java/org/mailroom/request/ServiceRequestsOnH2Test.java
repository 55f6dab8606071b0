package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class ServiceRequestsOnH2Test extends ServiceRequestsTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
