package org.mailroom.switches;

import org.mailroom.database.TestDatabase;

class MailSwitchesOnPostgresTest extends MailSwitchesContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
