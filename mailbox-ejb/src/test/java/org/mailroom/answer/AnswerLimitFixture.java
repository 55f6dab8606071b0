package org.mailroom.answer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.mailroom.answer.jpa.AnsweredStore;
import org.mailroom.answer.model.AnswerAllowance;

/** The limit as the container would give it. */
public final class AnswerLimitFixture {
  private AnswerLimitFixture() {}

  public static AnswerLimit over(EntityManager entities, Clock clock) {
    return over(entities, clock, AnswerAllowance.USUAL);
  }

  static AnswerLimit over(EntityManager entities, Clock clock, AnswerAllowance allowance) {
    AnswerLimit limit = new AnswerLimit();
    limit.store = new AnsweredStore(entities);
    limit.clock = clock;
    limit.allowance = allowance;
    return limit;
  }
}
