package org.mailroom.rule;

import org.mailroom.database.TestDatabase;

class MailRulesOnH2Test extends MailRulesTest {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
