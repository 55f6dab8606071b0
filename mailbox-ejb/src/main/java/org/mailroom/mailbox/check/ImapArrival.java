package org.mailroom.mailbox.check;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.RoundTripMark;

/** In a folder over IMAP, by the UIDs that it gives out from now on. */
final class ImapArrival implements Arrival {
  private static final System.Logger LOG = System.getLogger(ImapArrival.class.getName());

  private final Visit visit;
  private final String mark;
  private IMAPFolder folder;
  private long nextUid;
  private Message found;

  ImapArrival(Visit visit, String mark) {
    this.visit = visit;
    this.mark = mark;
  }

  @Override
  public void begin() throws MessagingException, StepFailed {
    folder = (IMAPFolder) new Inbox(visit).existing();
    folder.open(Folder.READ_WRITE);
    nextUid = Math.max(1, folder.getUIDNext());
  }

  @Override
  public boolean isThere() throws MessagingException {
    // the library asks for news only after a second of silence, which there is none of here
    folder.doCommand(
        protocol -> {
          protocol.noop();
          return null;
        });
    Message[] fresh = folder.getMessagesByUID(nextUid, UIDFolder.LASTUID);
    FetchProfile wanted = new FetchProfile();
    wanted.add(RoundTripMark.HEADER);
    folder.fetch(fresh, wanted);
    for (Message message : fresh) {
      if (Arrival.first(message.getHeader(RoundTripMark.HEADER)).filter(mark::equals).isPresent()) {
        found = message;
      }
    }
    return found != null;
  }

  @Override
  public Seen remove() throws MessagingException {
    Message[] only = {found};
    folder.setFlags(only, new Flags(Flags.Flag.DELETED), true);
    if (((IMAPStore) visit.signIn().store()).hasCapability("UIDPLUS")) {
      folder.expunge(only);
      return Seen.of(CheckCode.REMOVED);
    }
    // EXPUNGE takes all that are marked: somebody may have marked others and think better of it
    Message[] marked = folder.search(new FlagTerm(new Flags(Flags.Flag.DELETED), true));
    if (Stream.of(marked).allMatch(found::equals)) {
      folder.expunge();
      return Seen.of(CheckCode.REMOVED);
    }
    return Seen.of(CheckCode.REMOVED_LATER);
  }

  @Override
  public void close() {
    try {
      if (folder != null && folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException alreadyGone) {
      LOG.log(System.Logger.Level.DEBUG, "a folder did not close", alreadyGone);
    }
  }
}
