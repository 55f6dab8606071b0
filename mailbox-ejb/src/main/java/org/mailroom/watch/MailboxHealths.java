package org.mailroom.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.access.Role;
import org.mailroom.mailbox.Expiries;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.watch.jpa.FiguresStore;
import org.mailroom.watch.model.Figures;

/**
 * How mailboxes fare: what reading and sending have noted, what waits, failed and arrived, and what
 * runs out. Reads only. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class MailboxHealths {
  private static final Duration WINDOW = Duration.ofHours(24);

  @EJB Mailboxes mailboxes;
  @Inject FiguresStore figures;
  @Inject Instance<Expiries> expiries;
  @Inject Clock clock;

  /**
   * @throws org.mailroom.mailbox.MailboxNotFound if there is no such mailbox
   */
  public MailboxHealthView of(MailboxId id) {
    return ofEach(List.of(mailboxes.get(id))).get(id);
  }

  /** The health of a page of mailboxes, in as many queries as that of one. */
  public Map<MailboxId, MailboxHealthView> ofEach(Collection<MailboxView> page) {
    Instant now = clock.instant();
    List<MailboxId> ids =
        page.stream()
            .map(MailboxView::id)
            .filter(id -> Reach.ofThisCall().mailbox(id.value()))
            .toList();
    Map<MailboxId, Figures> counted =
        figures.of(ids, now.minus(WINDOW)).stream().collect(toMap(Figures::mailbox, it -> it));
    Map<MailboxId, List<Expiry>> ending = expiries(ids);
    return page.stream()
        .filter(mailbox -> counted.containsKey(mailbox.id()))
        .collect(
            toMap(
                MailboxView::id,
                mailbox ->
                    view(
                        mailbox,
                        counted.get(mailbox.id()),
                        ending.getOrDefault(mailbox.id(), List.of()),
                        now)));
  }

  private Map<MailboxId, List<Expiry>> expiries(List<MailboxId> ids) {
    return expiries.stream()
        .flatMap(known -> known.of(ids).stream())
        .sorted(Comparator.comparing(Expiry::at))
        .collect(groupingBy(Expiry::mailbox));
  }

  private static MailboxHealthView view(
      MailboxView mailbox, Figures counted, List<Expiry> ending, Instant now) {
    return new MailboxHealthView(
        mailbox.id(),
        mailbox.status(),
        mailbox.lastSuccess(),
        mailbox.lastErrorAt(),
        mailbox.lastError(),
        counted.lastErrorClass(),
        counted.nextTry(mailbox.active(), now).orElse(null),
        counted.queued(),
        counted.failed(),
        counted.received(),
        ending);
  }
}
