package org.mailroom.inbound;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.environment.Environment;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.ReadingPace;
import org.mailroom.installation.InstallationGate;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Mailboxes;

/** What the readers of Input mailboxes do now. */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class Readers {
  @EJB Mailboxes mailboxes;
  @Inject @Any Instance<ReceivedMailHandler> handlers;
  @Inject Cursors cursors;
  @Inject InstallationGate gate;
  @Inject Environment environment;
  @Inject Clock clock;

  /**
   * What the reader of a mailbox does.
   *
   * @throws org.mailroom.mailbox.MailboxNotFound if there is none
   */
  public ReaderView of(MailboxId id) {
    Duration poll = ReadingPace.of(environment).poll();
    return Optional.of(mailboxes.get(id))
        .filter(mailbox -> mailbox.active() && isTaken(id))
        .flatMap(mailbox -> cursors.find(id))
        .map(cursor -> cursor.view(poll, clock.instant()))
        .orElseGet(() -> ReaderView.off(poll.toSeconds()));
  }

  // who takes the mail of all knows more mailboxes than the caller may
  private boolean isTaken(MailboxId id) {
    return gate.isOpen()
        && OwnWork.call(
            () -> handlers.stream().anyMatch(taker -> taker.mailboxesToRead().contains(id)));
  }
}
