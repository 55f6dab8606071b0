package org.mailroom.inbound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Ledger.Undone;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/**
 * Does on the server what is to be done to mail that is stored. What fails stays undone, and is
 * tried again in the next turn.
 */
final class Aftercare {
  private final Shelf shelf;
  private final Lease lease;
  private final MailSource source;
  private final Place place;
  private final AfterReading wanted;
  private final Set<String> leftNow = new HashSet<>();
  private String trouble;

  Aftercare(Shelf shelf, Lease lease, MailSource source, Place place, AfterReading wanted) {
    this.shelf = shelf;
    this.lease = lease;
    this.source = source;
    this.place = place;
    this.wanted = wanted;
  }

  /** Why something was not done; empty if all was. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Goes once through all that is to be done; not again once there was trouble. */
  void run() {
    boolean settled = wanted.waitsForOutcome();
    long last = 0;
    List<Undone> some = trouble == null ? undone(settled, last) : List.of();
    while (!some.isEmpty()) {
      act(wanted.success(), due(some, mail -> !(settled && mail.quarantined())));
      act(wanted.failure(), due(some, mail -> settled && mail.quarantined()));
      last = some.get(some.size() - 1).id();
      some = undone(settled, last);
    }
  }

  /** What this session has left is for a later one. */
  private List<Undone> due(List<Undone> mails, Predicate<Undone> wanted) {
    return mails.stream().filter(wanted).filter(mail -> !leftNow.contains(mail.uid())).toList();
  }

  private List<Undone> undone(boolean settled, long afterId) {
    return shelf.undone(lease, place, settled, afterId);
  }

  private void act(Step step, List<Undone> mails) {
    if (mails.isEmpty()) {
      return;
    }
    try {
      done(step, mails);
    } catch (SourceTrouble e) {
      if (e.trouble() == Trouble.NETWORK) {
        throw e;
      }
      trouble =
          "Mail is read and stored, but could not be %s, which is tried again: %s"
              .formatted(words(step), e.getMessage());
    }
  }

  private void done(Step step, List<Undone> mails) {
    List<String> uids = mails.stream().map(Undone::uid).toList();
    List<String> done = step.action() == ServerAction.LEAVE ? uids : source.act(step, uids);
    List<String> left = new ArrayList<>(uids);
    left.removeAll(done);
    if (!done.isEmpty()) {
      shelf.marked(lease, place, done);
    }
    if (!left.isEmpty()) {
      left(step, mails.stream().filter(mail -> left.contains(mail.uid())).toList());
    }
  }

  private void left(Step step, List<Undone> mails) {
    mails.forEach(mail -> leftNow.add(mail.uid()));
    if (mails.stream().anyMatch(Undone::tried)) {
      trouble =
          "Mail is read and stored, but the server still has it though it was %s; that is tried again."
              .formatted(words(step));
    }
    shelf.tried(lease, place, mails.stream().map(Undone::uid).toList());
  }

  private static String words(Step step) {
    return switch (step.action()) {
      case LEAVE -> "left";
      case MARK_READ -> "marked as read";
      case FLAG -> "flagged";
      case MOVE -> "moved to \"%s\"".formatted(step.folder());
      case DELETE -> "deleted";
    };
  }
}
