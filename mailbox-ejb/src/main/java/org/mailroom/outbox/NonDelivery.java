package org.mailroom.outbox;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;

/**
 * What a mail server reports of one recipient.
 *
 * @param addresses the recipient as it was written to and as the last server knew it
 * @param returned whether the message will not arrive; false if the server goes on trying
 * @param words what the server said, one line
 */
public record NonDelivery(List<EmailAddress> addresses, boolean returned, String words) {
  public NonDelivery {
    addresses = List.copyOf(addresses);
  }
}
