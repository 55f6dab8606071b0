package org.mailroom.people;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;

/**
 * A group as people see it.
 *
 * @param acronym what flows address it by: capital letters, digits and hyphens; unique
 * @param addresses where its mail goes
 */
public record GroupView(String acronym, String name, List<EmailAddress> addresses) {
  public GroupView {
    addresses = List.copyOf(addresses);
  }
}
