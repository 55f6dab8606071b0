package org.mailroom.attachment;

import org.mailroom.database.TestDatabase;

class FileContentsOnH2Test extends FileContentsContract {
  @Override
  TestDatabase newDatabase() {
    return TestDatabase.h2();
  }
}
