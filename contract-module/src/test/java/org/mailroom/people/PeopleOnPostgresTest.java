package org.mailroom.people;

import org.mailroom.database.TestDatabase;

class PeopleOnPostgresTest extends PeopleTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
