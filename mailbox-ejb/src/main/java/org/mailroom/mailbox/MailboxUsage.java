package org.mailroom.mailbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port to whoever names mailboxes from above (contracts, flows). Every CDI bean of this type is
 * asked before a mailbox is deleted and for the column "used by".
 */
public interface MailboxUsage {
  /**
   * One user of a mailbox.
   *
   * @param kind {@code contract} or {@code flow}
   * @param name what a person calls it
   */
  record Use(String kind, String name) {}

  List<Use> usesOf(MailboxId mailbox);

  /**
   * The uses of a page of mailboxes; those without any may be left out. Worth a query of its own
   * where there are many.
   */
  default Map<MailboxId, List<Use>> usesOfEach(Collection<MailboxId> mailboxes) {
    return mailboxes.stream().distinct().collect(toMap(identity(), this::usesOf));
  }

  /**
   * All mailboxes that it names for good, which makes them "used"; none by default, as with mail
   * that waits in one for a while.
   */
  default Set<MailboxId> named() {
    return Set.of();
  }
}
