package org.mailroom.installation;

import org.mailroom.database.TestDatabase;

class InstallationOnH2Test extends InstallationContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
