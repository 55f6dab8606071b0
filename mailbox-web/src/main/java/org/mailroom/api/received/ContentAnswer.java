package org.mailroom.api.received;

import org.mailroom.inbound.MailHeaders;
import org.mailroom.inbound.Parsed;

/**
 * What is in a received mail, in JSON.
 *
 * @param refusal which limit it goes beyond; null if it could be read
 * @param mail as it was read, or null
 */
public record ContentAnswer(MailHeaders headers, String refusal, TrialAnswer.ReadAnswer mail) {
  static ContentAnswer of(MailHeaders headers, Parsed parsed) {
    return parsed.fold(
        mail -> new ContentAnswer(headers, null, TrialAnswer.ReadAnswer.of(mail)),
        refusal -> new ContentAnswer(headers, refusal, null));
  }
}
