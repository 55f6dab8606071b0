package org.mailroom.mailbox.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.InboxPreview;
import org.mailroom.mailbox.MailFolders;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.RoundTrip;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

/**
 * Tries an account step by step and tells where it stops; each trial takes up to a minute or two if
 * a server is slow. Takes no transaction; thread-safe.
 */
@Dependent
public class ConnectionCheck {
  private static final Duration STEP = Duration.ofSeconds(10);

  private final MailSessions sessions;
  private final Visit.Terms terms;

  @Inject
  public ConnectionCheck(
      Environment environment, Targets targets, MailSessions sessions, Clock clock)
      throws GeneralSecurityException {
    this(
        sessions,
        Visit.Terms.of(AllowedHosts.of(environment.allowedHosts()), targets, clock, STEP));
  }

  /** For accounts that name no Mail Session. */
  ConnectionCheck(Visit.Terms terms) {
    this(new MailSessions(), terms);
  }

  private ConnectionCheck(MailSessions sessions, Visit.Terms terms) {
    this.sessions = sessions;
    this.terms = terms;
  }

  /** Tries everything that reading or sending needs, and changes nothing. */
  public CheckReport run(Account account) {
    boolean input = account.protocol() != null;
    try (Visit visit =
        visit(account, !input && new EmailAddress(account.sender()).isInternational())) {
      visit.knock().enter();
      if (input) {
        visit.take("folder", new Inbox(visit)::folder);
        targets(visit, account.afterReading());
      } else {
        visit.take("sender", new Posting(visit)::sender);
      }
      return visit.report();
    }
  }

  private static void targets(Visit visit, AfterReading after) {
    target(visit, "successFolder", after.successFolder());
    target(visit, "failureFolder", after.failureFolder());
  }

  private static void target(Visit visit, String step, String folder) {
    if (folder != null) {
      visit.take(step, () -> new Target(visit, folder).seen());
    }
  }

  /** Goes up to where the log-in would begin: what can be told of a server without its account. */
  public CheckReport knock(Account account) {
    try (Visit visit = visit(account, false)) {
      return visit.knock().report();
    }
  }

  /** Sends one message from an Output account. */
  public CheckReport send(Account account, EmailAddress to, String subject, String text) {
    try (Visit visit = visit(account, isInternational(account, to))) {
      Posting posting = new Posting(visit);
      return visit
          .knock()
          .enter()
          .take("sender", posting::sender)
          .take("message", () -> posting.send(message(account, to, subject, text), to))
          .report();
    }
  }

  /** Counts an Input account's folder and lists its newest mail. */
  public InboxPreview preview(Account account) {
    try (Visit visit = visit(account, false)) {
      Preview preview = new Preview(visit);
      CheckReport report = visit.knock().enter().take("preview", preview::list).report();
      return new InboxPreview(report, preview.count(), preview.newest());
    }
  }

  /** Lists an Input account's folders. */
  public MailFolders folders(Account account) {
    try (Visit visit = visit(account, false)) {
      FolderTree tree = new FolderTree(visit);
      CheckReport report = visit.knock().enter().take("folders", tree::list).report();
      return new MailFolders(report, tree.folders());
    }
  }

  /**
   * Sends a message from one account and waits for it in the other's folder.
   *
   * @param mark that tells the message from all others
   */
  public RoundTrip roundTrip(
      Account output, Account input, EmailAddress to, String mark, Duration patience) {
    String subject = "Mailroom round trip " + mark.substring(0, mark.indexOf('-'));
    String text = "Mailroom sent this to see whether it arrives, and removes it again.";
    try (Visit there = visit(output, isInternational(output, to));
        Visit back = visit(input, false)) {
      return new ProbeTrip(back, there, message(output, to, subject, text), to, mark, patience)
          .run();
    } catch (MessagingException impossible) {
      throw new IllegalStateException("The message could not be made", impossible);
    }
  }

  private TrialMessage message(Account from, EmailAddress to, String subject, String text)
      throws MessagingException {
    Instant now = terms.clock().instant();
    return TrialMessage.of(from, to, subject, text, now);
  }

  private static boolean isInternational(Account output, EmailAddress to) {
    return to.isInternational() || new EmailAddress(output.sender()).isInternational();
  }

  private Visit visit(Account account, boolean international) {
    return Visit.to(account, terms, sessions, international);
  }
}
