package org.mailroom.vault;

import org.mailroom.database.TestDatabase;

class ResealingOnH2Test extends ResealingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
