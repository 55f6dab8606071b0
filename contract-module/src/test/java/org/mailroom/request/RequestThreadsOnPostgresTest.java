package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class RequestThreadsOnPostgresTest extends RequestThreadsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
