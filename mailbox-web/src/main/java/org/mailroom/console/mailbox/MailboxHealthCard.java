package org.mailroom.console.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.mailroom.inbound.ReaderView;
import org.mailroom.inbound.Readers;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.watch.MailboxHealthView;
import org.mailroom.watch.MailboxHealths;

/** How one mailbox fares, for the card of its form; and how near an end is, for any page. */
@Named
@RequestScoped
public class MailboxHealthCard {
  private static final Duration EARLY = Duration.ofDays(14);

  @EJB MailboxHealths healths;
  @EJB Readers readers;
  @Inject Clock clock;

  private final Map<MailboxId, MailboxHealthView> read = new HashMap<>();
  private final Map<MailboxId, ReaderView> reading = new HashMap<>();

  public MailboxHealthView of(MailboxId mailbox) {
    return read.computeIfAbsent(mailbox, healths::of);
  }

  /** What the reader of an Input mailbox does now. */
  public ReaderView readerOf(MailboxId mailbox) {
    return reading.computeIfAbsent(mailbox, readers::of);
  }

  /** Whole days that are left; negative when it is over. */
  public long daysTo(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? -1 : left.toDays();
  }

  /** Whether it is time to act. */
  public boolean isNear(Expiry expiry) {
    return expiry.at().isBefore(clock.instant().plus(EARLY));
  }
}
