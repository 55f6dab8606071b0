package org.mailroom.watch;

import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.access.Role;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.watch.jpa.AlertStore;
import org.mailroom.watch.model.Alert;

/** What is wrong with mailboxes at present. Reads only. Stateless and thread-safe. */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class MailboxAlerts {
  @Inject AlertStore store;

  /**
   * All that is wrong, for a line above every page.
   *
   * @param mailboxes how many mailboxes something is wrong with
   * @param messages what waits for a person, by lane and kind
   * @param news when something was noticed last, or became more pressing; null if nothing is wrong
   */
  public record Standing(int mailboxes, List<AlertView> messages, Instant news) {
    public Standing {
      messages = List.copyOf(messages);
    }
  }

  /** Everything that is wrong, what was noticed last first. */
  public List<AlertView> open() {
    return reachable().map(Alert::view).toList();
  }

  /** The mailboxes something is wrong with. */
  public Set<MailboxId> mailboxes() {
    return mailboxes(reachable());
  }

  private static Set<MailboxId> mailboxes(Stream<Alert> alerts) {
    return alerts
        .filter(alert -> !alert.kind().isOfMessages())
        .flatMap(alert -> alert.lane().mailbox().stream())
        .collect(toSet());
  }

  public Standing standing() {
    List<Alert> open = reachable().toList();
    return new Standing(
        mailboxes(open.stream()).size(),
        open.stream().filter(alert -> alert.kind().isOfMessages()).map(Alert::view).toList(),
        open.stream().map(Alert::newsAt).max(Instant::compareTo).orElse(null));
  }

  private Stream<Alert> reachable() {
    return store.open().stream().filter(alert -> isWithin(Reach.ofThisCall(), alert.lane()));
  }

  private static boolean isWithin(Reach reach, Lane lane) {
    return reach.isEverything()
        || lane.mailbox().filter(id -> reach.mailbox(id.value())).isPresent();
  }
}
