package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class RequestClassificationsOnPostgresTest extends RequestClassificationsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
