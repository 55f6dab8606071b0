package org.mailroom.template;

import org.mailroom.database.TestDatabase;

class TemplatesOnPostgresTest extends TemplatesTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
