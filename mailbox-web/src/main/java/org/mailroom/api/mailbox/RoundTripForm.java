package org.mailroom.api.mailbox;

import java.time.Duration;
import java.util.Optional;
import org.mailroom.api.json.Fields;
import org.mailroom.mailbox.MailboxTrials;

/**
 * The two mailboxes of a round trip.
 *
 * @param to null for the user of the Input mailbox
 * @param seconds null for the usual time
 */
record RoundTripForm(MailboxForm output, MailboxForm input, String to, Integer seconds) {
  static RoundTripForm read(Fields in) {
    in.require("output").require("input");
    Integer seconds = in.integer("seconds");
    if (seconds != null && seconds < 1) {
      in.wrong("RANGE", "seconds", "must be 1 or more");
    }
    return new RoundTripForm(
        in.object("output", MailboxForm::read),
        in.object("input", MailboxForm::read),
        in.text("to"),
        seconds);
  }

  Optional<String> address() {
    return Optional.ofNullable(to).filter(text -> !text.isBlank());
  }

  Duration patience() {
    return seconds == null ? MailboxTrials.USUAL_PATIENCE : Duration.ofSeconds(seconds);
  }
}
