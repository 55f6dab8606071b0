package org.mailroom.outbox;

import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/**
 * What a mail server reports of one recipient.
 *
 * @param addresses the recipient as it was written to and as the last server knew it
 * @param returned whether the message will not arrive; false if the server goes on trying
 * @param reason why
 * @param words what the server said, one line
 */
public record NonDelivery(
    List<EmailAddress> addresses, boolean returned, BounceReason reason, String words) {
  public NonDelivery {
    addresses = List.copyOf(addresses);
  }

  /** Which of these recipients it is about; upper and lower case are the same. */
  public Optional<EmailAddress> among(List<EmailAddress> recipients) {
    return recipients.stream()
        .filter(to -> addresses.stream().anyMatch(a -> a.value().equalsIgnoreCase(to.value())))
        .findFirst();
  }
}
