package org.mailroom.watch;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;

/** Port to whoever knows the people that are told of mailboxes in trouble. */
public interface AlertRecipients {
  List<EmailAddress> toTell();
}
