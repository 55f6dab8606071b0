package org.mailroom.answer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets those be forgotten that were answered long ago. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerTimer {
  private static final System.Logger LOG = System.getLogger(AnswerTimer.class.getName());

  @Inject AnswerLimit limit;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void tick() {
    try {
      limit.forgetOld();
    } catch (RuntimeException broken) {
      // an exception would make the container give the timer up
      LOG.log(System.Logger.Level.WARNING, "answer.not_forgotten", broken);
    }
  }
}
