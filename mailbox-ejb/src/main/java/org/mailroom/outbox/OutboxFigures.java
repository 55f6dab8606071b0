package org.mailroom.outbox;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.outbox.jpa.FigureStore;

/** What the outbox tells of its mail in numbers. */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class OutboxFigures {
  @Inject FigureStore store;
  @Inject Clock clock;

  /** Over a period that ends now; all zero for a party that is unknown or out of reach. */
  public MailFigures of(String party, MailFigures.Period period) {
    Instant since = clock.instant().minus(period.length());
    return Reach.ofThisCall().party(party)
        ? store.of(party, since)
        : new MailFigures(since, 0, 0, 0, 0, 0, null, null);
  }

  /** All that is not settled, by lane and state. For Mailroom itself: it reaches everything. */
  @Allowed
  public List<WaitingMessages> waiting() {
    return store.waiting();
  }

  /**
   * What nothing moves on but a person: what is held, and what is uncertain and not tried again.
   * For Mailroom itself: it reaches everything.
   */
  @Allowed
  public List<WaitingMessages> waitingForPeople() {
    return store.forPeople();
  }
}
