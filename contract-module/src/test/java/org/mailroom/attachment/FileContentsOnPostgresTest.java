package org.mailroom.attachment;

import org.mailroom.database.TestDatabase;

class FileContentsOnPostgresTest extends FileContentsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.postgres();
  }
}
