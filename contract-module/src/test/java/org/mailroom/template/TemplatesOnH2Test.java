package org.mailroom.template;

import org.mailroom.database.TestDatabase;

class TemplatesOnH2Test extends TemplatesTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
