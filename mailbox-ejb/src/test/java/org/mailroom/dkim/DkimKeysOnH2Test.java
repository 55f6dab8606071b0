package org.mailroom.dkim;

import java.net.SocketException;
import org.mailroom.database.TestDatabase;

class DkimKeysOnH2Test extends DkimKeysContract {
  DkimKeysOnH2Test() throws SocketException {}

  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
