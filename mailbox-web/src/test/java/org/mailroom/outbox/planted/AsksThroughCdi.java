package org.mailroom.outbox.planted;

import jakarta.inject.Inject;
import org.mailroom.mailbox.Mailboxes;

/** Breaks a rule of the architecture, for {@code RulesTest}. */
public class AsksThroughCdi {
  @Inject Mailboxes mailboxes;
}
