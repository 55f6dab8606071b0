package org.mailroom.guest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

// tag::usage[]
/** Tells Mailroom which mailboxes the other module names in its own tables. */
@ApplicationScoped
public class CampaignMailboxes implements MailboxUsage {
  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return sentThrough(mailbox).stream().map(name -> new Use("campaign", name)).toList();
  }

  // end::usage[]

  private static List<String> sentThrough(MailboxId mailbox) {
    return List.of();
  }
}
