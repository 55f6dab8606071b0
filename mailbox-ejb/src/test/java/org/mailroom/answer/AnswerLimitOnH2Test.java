package org.mailroom.answer;

import org.mailroom.database.TestDatabase;

class AnswerLimitOnH2Test extends AnswerLimitContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
