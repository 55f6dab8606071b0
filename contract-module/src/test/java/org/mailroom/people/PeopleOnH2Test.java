package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class PeopleOnH2Test extends PeopleTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
