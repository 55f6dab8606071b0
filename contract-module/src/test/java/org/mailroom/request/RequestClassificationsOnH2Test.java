package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class RequestClassificationsOnH2Test extends RequestClassificationsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
