package org.mailroom.answer;

import org.mailroom.database.TestDatabase;

class AnswerLimitOnPostgresTest extends AnswerLimitContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
