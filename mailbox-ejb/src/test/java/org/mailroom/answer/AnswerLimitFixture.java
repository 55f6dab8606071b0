package org.mailroom.answer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.mailroom.answer.jpa.AnsweredStore;

/** The limit as the container would give it. */
public final class AnswerLimitFixture {
  private AnswerLimitFixture() {}

  public static AnswerLimit over(EntityManager entities, Clock clock) {
    AnswerLimit limit = new AnswerLimit();
    limit.store = new AnsweredStore(entities);
    limit.clock = clock;
    return limit;
  }
}
