package org.mailroom.people;

import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/** People among whom there is one group: DESK. */
public final class OneGroup extends People {
  @Override
  public Optional<List<EmailAddress>> group(String acronym) {
    return acronym.equals("DESK") ? Optional.of(List.of()) : Optional.empty();
  }
}
