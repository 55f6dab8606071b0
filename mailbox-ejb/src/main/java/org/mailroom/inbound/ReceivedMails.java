package org.mailroom.inbound;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.MailLimits;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.RoundTripMark;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.vault.Vault;

/** The inbound ledger: every mail that was ever read, and what became of it. */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class ReceivedMails {
  /** A mail with more bytes is not read. */
  public static final int MOST_BYTES = (int) Batches.MAX_MAIL;

  private static final ReceivedId NEVER_STORED = new ReceivedId(0);
  private static final int MOST_AT_ONCE = 500;

  @Inject StoredMails mails;
  @Inject Cursors cursors;
  @EJB Mailboxes mailboxes;
  @EJB Audit audit;
  @Inject Vault vault;
  @Inject Environment environment;
  @Inject Clock clock;

  public Page<ReceivedView> list(ReceivedQuery query, Slice slice) {
    Map<MailboxId, Optional<MailboxView>> seen = new HashMap<>();
    return mails
        .list(query, slice)
        .map(mail -> view(mail, seen.computeIfAbsent(mail.mailbox(), mailboxes::find)));
  }

  /**
   * @throws ReceivedNotFound if there is none
   */
  public ReceivedView get(ReceivedId id) {
    return view(present(id));
  }

  public Optional<ReceivedView> find(ReceivedId id) {
    return mails.find(id).map(this::view);
  }

  /** The mail as it came (RFC 5322). */
  public byte[] raw(ReceivedId id) {
    return mails.raw(present(id).id());
  }

  /** The mail, parsed again from its raw bytes. */
  public Parsed parsed(ReceivedId id) {
    ReceivedMail mail = present(id);
    return parser().read(id, mail.mailbox(), mail.receivedAt(), mails.raw(id));
  }

  /** The header of the mail, for people to read. */
  public MailHeaders headers(ReceivedId id) {
    return MailHeaders.of(raw(id));
  }

  /**
   * A mail as it would be read if it came into a mailbox now. Nothing is kept of it.
   *
   * @throws NothingToTry if it is no Input mailbox, or out of the caller's reach
   */
  @Allowed({CONTRACT_MANAGER, OPERATOR})
  public Parsed tried(MailboxId mailbox, byte[] raw) {
    if (mailboxes.find(mailbox).filter(it -> it.type() == MailboxType.INPUT).isEmpty()) {
      throw new NothingToTry(mailbox);
    }
    return Batches.tooLarge(raw.length)
        ? Parsed.refused(Batches.tooLargeWords(raw.length))
        : parser().read(NEVER_STORED, mailbox, clock.instant(), raw);
  }

  private MimeParser parser() {
    return new MimeParser(new RoundTripMark(vault)::isOurs, MailLimits.of(environment));
  }

  /**
   * Decides an ignored or quarantined mail anew.
   *
   * @throws ReceivedBodyPurged if its content is gone
   */
  @Allowed(OPERATOR)
  public void runAgain(ReceivedId id) {
    ReceivedMail mail = present(id);
    mails.raw(id); // without its content there is nothing to decide
    mail.again(clock.instant());
    audit.note("received.run_again", subject(id), "");
  }

  /**
   * Notes what a person makes of an ignored or quarantined mail, in the caller's transaction; its
   * row is locked until that ends.
   *
   * @param outcome its reason tells who has decided
   * @throws AlreadyDecided if something has come of the mail meanwhile
   */
  @Allowed(OPERATOR)
  public void decide(ReceivedId id, Outcome outcome) {
    mails.lock(id).orElseThrow(() -> new ReceivedNotFound(id)).decide(outcome);
    String detail = outcome.reference().map("request %s"::formatted).orElse("");
    audit.note("received." + outcome.state().name().toLowerCase(Locale.ROOT), subject(id), detail);
  }

  /** The quarantined mail of a sender in a mailbox, oldest first; at most 500. */
  @Allowed(OPERATOR)
  public List<ReceivedId> quarantinedFrom(MailboxId mailbox, EmailAddress sender) {
    return mails.quarantinedFrom(mailbox, sender, MOST_AT_ONCE);
  }

  private static String subject(ReceivedId id) {
    return "received mail " + id;
  }

  /** Reads a mailbox now, without waiting for its next turn. Returns at once. */
  @Allowed(OPERATOR)
  public void readNow(MailboxId mailbox) {
    cursors.lock(mailbox).ifPresent(cursor -> cursor.due(clock.instant()));
  }

  private ReceivedMail present(ReceivedId id) {
    return mails.find(id).orElseThrow(() -> new ReceivedNotFound(id));
  }

  private ReceivedView view(ReceivedMail mail) {
    return view(mail, mailboxes.find(mail.mailbox()));
  }

  // a mailbox may have been deleted since the mail was read from it
  private static ReceivedView view(ReceivedMail mail, Optional<MailboxView> mailbox) {
    return mail.view(mailbox.map(MailboxView::name).orElse("mailbox " + mail.mailbox()));
  }
}
