package org.mailroom.console.mailbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.watch.AlertView;
import org.mailroom.watch.MailboxAlerts;

/** The line above every page while something is wrong with a mailbox, or messages wait. */
@Named
@RequestScoped
public class MailboxBanner {
  private static final int MOST = 3;

  @EJB MailboxAlerts alerts;
  @Inject SeenNews seen;

  private MailboxAlerts.Standing standing;

  @PostConstruct
  void read() {
    standing = alerts.standing();
  }

  public boolean isShown() {
    return standing.news() != null && !seen.hasSeen(standing.news());
  }

  public int getMailboxes() {
    return standing.mailboxes();
  }

  /** What waits for a person, the newest; a few. */
  public List<AlertView> getMessages() {
    return standing.messages().stream().limit(MOST).toList();
  }

  /** Hides it until there is news. */
  public void dismiss() {
    if (standing.news() != null) {
      seen.see(standing.news());
    }
  }
}
