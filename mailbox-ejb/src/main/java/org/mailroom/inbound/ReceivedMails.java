package org.mailroom.inbound;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The inbound ledger: every mail that was ever read, and what became of it. */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class ReceivedMails {
  @Inject StoredMails mails;
  @Inject Cursors cursors;
  @Inject Mailboxes mailboxes;
  @Inject Audit audit;
  @Inject Clock clock;

  public Page<ReceivedView> list(ReceivedQuery query, Slice slice) {
    Map<MailboxId, String> names = mailboxNames();
    return mails.list(query, slice).map(mail -> view(mail, names));
  }

  /**
   * @throws ReceivedNotFound if there is none
   */
  public ReceivedView get(ReceivedId id) {
    return view(find(id), mailboxNames());
  }

  /** The mail as it came (RFC 5322). */
  public byte[] raw(ReceivedId id) {
    return mails.raw(find(id).id());
  }

  /** The mail, parsed again from its raw bytes. */
  public IncomingMail parsed(ReceivedId id) {
    ReceivedMail mail = find(id);
    return new MimeParser().parse(id, mail.mailbox(), mail.receivedAt(), mails.raw(id));
  }

  /**
   * Decides an ignored or quarantined mail anew.
   *
   * @throws ReceivedBodyPurged if its content is gone
   */
  @Allowed(OPERATOR)
  public void runAgain(ReceivedId id) {
    ReceivedMail mail = find(id);
    mails.raw(id); // without its content there is nothing to decide
    mail.again(clock.instant());
    audit.note("received.run_again", "received mail " + id, "");
  }

  /** Reads a mailbox now, without waiting for its next turn. Returns at once. */
  @Allowed(OPERATOR)
  public void readNow(MailboxId mailbox) {
    cursors.lock(mailbox).ifPresent(cursor -> cursor.due(clock.instant()));
  }

  private ReceivedMail find(ReceivedId id) {
    return mails.find(id).orElseThrow(() -> new ReceivedNotFound(id));
  }

  private Map<MailboxId, String> mailboxNames() {
    return mailboxes.ofType(MailboxType.INPUT).stream()
        .collect(Collectors.toMap(MailboxView::id, MailboxView::name));
  }

  private static ReceivedView view(ReceivedMail mail, Map<MailboxId, String> names) {
    return mail.view(names.getOrDefault(mail.mailbox(), "mailbox " + mail.mailbox()));
  }
}
