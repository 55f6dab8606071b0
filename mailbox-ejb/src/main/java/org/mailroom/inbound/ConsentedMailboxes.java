package org.mailroom.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.mailbox.ConsentGiven;

/** Whoever has consented wants to see mail come in, however long the mailbox had to wait for it. */
@ApplicationScoped
class ConsentedMailboxes {
  @Inject Transactions transactions;
  @Inject Cursors cursors;
  @Inject Clock clock;

  void read(@Observes ConsentGiven consent) {
    transactions.run(
        () -> cursors.lock(consent.mailbox()).ifPresent(cursor -> cursor.due(clock.instant())));
  }
}
