package org.mailroom.rule;

import org.mailroom.database.TestDatabase;

class MailRulesOnPostgresTest extends MailRulesTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
