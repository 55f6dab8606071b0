package org.mailroom.request;

import org.mailroom.database.TestDatabase;

class RequestThreadsOnH2Test extends RequestThreadsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
