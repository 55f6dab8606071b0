package org.mailroom.switches;

import org.mailroom.database.TestDatabase;

class MailSwitchesOnH2Test extends MailSwitchesContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
