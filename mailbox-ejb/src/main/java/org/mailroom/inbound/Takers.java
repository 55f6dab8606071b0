package org.mailroom.inbound;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.mailbox.MailboxId;

/** All who take mail, as one. */
final class Takers {
  private final List<ReceivedMailHandler> handlers;

  Takers(List<ReceivedMailHandler> handlers) {
    this.handlers = List.copyOf(handlers);
  }

  /** Whether the application has anyone at all who takes mail. */
  boolean any() {
    return !handlers.isEmpty();
  }

  boolean waitForOthers() {
    return handlers.stream().anyMatch(ReceivedMailHandler::waitsForOthers);
  }

  void ready() {
    handlers.forEach(ReceivedMailHandler::ready);
  }

  Set<MailboxId> mailboxes() {
    return handlers.stream()
        .flatMap(handler -> handler.mailboxesToRead().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Outcome handle(IncomingMail mail) {
    return handlers.stream()
        .flatMap(handler -> handler.handle(mail).stream())
        .findFirst()
        .orElseGet(
            () ->
                Outcome.quarantined(
                    "Nobody takes the mail of this mailbox any more. Link the mailbox again, then run the mail again."));
  }
}
