package org.mailroom.answer;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mailroom.answer.model.AnswerAllowance;
import org.mailroom.environment.Environment;

/** Lets those be forgotten that were answered long ago. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerTimer {
  private static final System.Logger LOG = System.getLogger(AnswerTimer.class.getName());

  @EJB AnswerLimit limit;
  @Inject Environment environment;

  @PostConstruct
  void start() {
    AnswerAllowance.of(environment); // a wrong setting is told now, not with the first answer
  }

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
