package org.mailroom.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxFigures;
import org.mailroom.outbox.SettledMail;
import org.mailroom.outbox.WaitingMessages;
import org.mailroom.paging.Slice;
import org.mailroom.watch.MailNumbersView.Kind;
import org.mailroom.watch.jpa.FiguresStore;

/**
 * How Mailroom is doing, in numbers for those who watch it by a program. For Mailroom itself: it
 * reaches everything. Counts by indexes, so it takes some milliseconds. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class MailNumbers {
  @EJB Mailboxes mailboxes;
  @EJB OutboxFigures outbox;
  @Inject SettledMail settled;
  @Inject FiguresStore figures;
  @Inject Clock clock;

  public MailNumbersView now() {
    List<WaitingMessages> waiting = outbox.waiting();
    return new MailNumbersView(
        mailboxesByKind(),
        waiting.stream()
            .collect(groupingBy(WaitingMessages::state, summingLong(WaitingMessages::messages))),
        age(waiting),
        settled.sinceStart(),
        figures.received());
  }

  private Map<Kind, Long> mailboxesByKind() {
    Map<Kind, Long> counts = new HashMap<>();
    for (MailboxType type : MailboxType.values()) {
      for (MailboxStatus status : MailboxStatus.values()) {
        counts.put(new Kind(type, status), count(type, status));
      }
    }
    return counts;
  }

  private long count(MailboxType type, MailboxStatus status) {
    MailboxQuery query = new MailboxQuery(null, type, status, null, null, null, null, null, null);
    return mailboxes.list(query, Slice.first(1)).total();
  }

  private Duration age(List<WaitingMessages> waiting) {
    Instant now = clock.instant();
    return waiting.stream()
        .filter(it -> it.state() == MessageState.QUEUED)
        .map(it -> Duration.between(it.oldest(), now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
