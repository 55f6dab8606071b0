package org.mailroom.mailbox.jpa;

import org.mailroom.database.TestDatabase;

class MailboxStoreOnPostgresTest extends MailboxStoreContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }
}
