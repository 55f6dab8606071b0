package org.mailroom.dkim;

import java.net.SocketException;
import org.mailroom.database.TestDatabase;

class DkimKeysOnPostgresTest extends DkimKeysContract {
  DkimKeysOnPostgresTest() throws SocketException {}

  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
