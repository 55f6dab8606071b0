package org.mailroom.guest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

// tag::usage[]
/** Tells Mailroom which mailboxes the other module names. */
@ApplicationScoped
public class CampaignMailboxes implements MailboxUsage {
  private final Map<MailboxId, List<String>> campaigns = new ConcurrentHashMap<>();

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return campaigns.getOrDefault(mailbox, List.of()).stream()
        .map(name -> new Use("campaign", name))
        .toList();
  }
}
// end::usage[]
