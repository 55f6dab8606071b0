package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.InboxPreview;
import org.mailroom.mailbox.MailFolders;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxTrials;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.RoundTrip;
import org.mailroom.mailbox.ServerCertificate;
import org.mailroom.mailbox.Trial;

/** Tries what is on screen in the form of a mailbox, beyond the connection check. */
@Named
@ViewScoped
public class TrialsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject MailboxTrials trials;
  @Inject Mailboxes mailboxes;
  @Inject MailboxPage mailboxPage;
  @Inject Clock clock;

  private String to;
  private Long partner;
  private CheckReport sent;
  private InboxPreview preview;
  private MailFolders folders;
  private RoundTrip roundTrip;

  /** Forgets what was tried before, when a dialog is opened anew. */
  public void forget() {
    sent = null;
    roundTrip = null;
  }

  public void sendTest() {
    sent = null;
    sent = trials.sendTest(onScreen(), to);
  }

  public void preview() {
    preview = null;
    preview = trials.preview(onScreen());
  }

  public void browse() {
    folders = null;
    folders = trials.folders(onScreen());
  }

  public void choose(String path) {
    mailboxPage.getForm().setFolder(path);
  }

  public void roundTrip() {
    roundTrip = null;
    Trial other = Trial.of(new MailboxId(partner));
    boolean sending = mailboxPage.isOutput();
    roundTrip =
        trials.roundTrip(
            sending ? onScreen() : other,
            sending ? other : onScreen(),
            Optional.ofNullable(to).filter(text -> !text.isBlank()),
            MailboxTrials.USUAL_PATIENCE);
  }

  private Trial onScreen() {
    return Trial.of(
        mailboxPage.getForm().toDraft(),
        Optional.ofNullable(mailboxPage.getMailbox()).map(MailboxView::id));
  }

  /** The mailboxes at the other end of a round trip. */
  public List<MailboxView> getPartners() {
    return mailboxes.ofType(mailboxPage.isOutput() ? MailboxType.INPUT : MailboxType.OUTPUT);
  }

  /** Whole days until a certificate runs out; negative if it has. */
  public long daysLeft(ServerCertificate certificate) {
    return ChronoUnit.DAYS.between(Instant.now(clock), certificate.expires());
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public Long getPartner() {
    return partner;
  }

  public void setPartner(Long partner) {
    this.partner = partner;
  }

  public CheckReport getSent() {
    return sent;
  }

  public InboxPreview getPreview() {
    return preview;
  }

  public MailFolders getFolders() {
    return folders;
  }

  public RoundTrip getRoundTrip() {
    return roundTrip;
  }
}
