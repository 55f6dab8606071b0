package org.mailroom.vault;

import org.mailroom.database.TestDatabase;

class ResealingOnPostgresTest extends ResealingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
