package org.mailroom.api.received;

import org.mailroom.inbound.MailHeaders;
import org.mailroom.inbound.Parsed;

/**
 * What is in a received mail, in JSON.
 *
 * @param refusal which limit it goes beyond; null if all of it could be read
 * @param mail what was read of it; null if nothing
 */
public record ContentAnswer(MailHeaders headers, String refusal, TrialAnswer.ReadAnswer mail) {
  static ContentAnswer of(MailHeaders headers, Parsed parsed) {
    return new ContentAnswer(
        headers,
        parsed.refusal().isEmpty() ? null : parsed.refusal(),
        parsed.mail().map(TrialAnswer.ReadAnswer::of).orElse(null));
  }
}
