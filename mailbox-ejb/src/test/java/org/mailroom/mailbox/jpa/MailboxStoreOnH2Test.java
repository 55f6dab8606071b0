package org.mailroom.mailbox.jpa;

import org.mailroom.database.TestDatabase;

class MailboxStoreOnH2Test extends MailboxStoreContract {
  @Override
  TestDatabase open() {
    return TestDatabase.h2();
  }
}
