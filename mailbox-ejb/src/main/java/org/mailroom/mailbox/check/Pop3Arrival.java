package org.mailroom.mailbox.check;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.RoundTripMark;

/** In a maildrop over POP3, which shows new mail to a new session only (RFC 1939 8). */
final class Pop3Arrival implements Arrival {
  private static final System.Logger LOG = System.getLogger(Pop3Arrival.class.getName());

  private final Visit visit;
  private final String mark;
  private final Set<String> known = new HashSet<>();
  private SignIn session;
  private POP3Folder folder;

  Pop3Arrival(Visit visit, String mark) {
    this.visit = visit;
    this.mark = mark;
  }

  @Override
  public void begin() throws MessagingException {
    open(visit.signIn());
    for (Message message : named()) {
      known.add(folder.getUID(message));
    }
    close();
    // a maildrop may be open to one session at a time
    visit.signIn().close();
  }

  private void open(SignIn signedIn) throws MessagingException {
    session = signedIn;
    folder = (POP3Folder) signedIn.store().getFolder("INBOX");
    folder.open(Folder.READ_WRITE);
  }

  private Message[] named() throws MessagingException {
    Message[] all = folder.getMessages();
    FetchProfile names = new FetchProfile();
    names.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(all, names);
    return all;
  }

  @Override
  public boolean isThere() throws MessagingException, IOException {
    SignIn again = visit.another();
    again.login();
    open(again);
    for (Message message : named()) {
      if (known.add(folder.getUID(message)) && isMarked((POP3Message) message)) {
        message.setFlag(Flags.Flag.DELETED, true);
        return true;
      }
    }
    close();
    return false;
  }

  private boolean isMarked(POP3Message message) throws MessagingException, IOException {
    try (InputStream top = message.top(0)) {
      return top != null
          && Arrival.first(new InternetHeaders(top).getHeader(RoundTripMark.HEADER))
              .filter(mark::equals)
              .isPresent();
    }
  }

  @Override
  public Seen remove() throws MessagingException {
    // DELE for the one that is marked, then QUIT, which removes it (RFC 1939 6)
    folder.close(true);
    return Seen.of(CheckCode.REMOVED);
  }

  @Override
  public void close() {
    try {
      if (folder != null && folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException alreadyGone) {
      LOG.log(System.Logger.Level.DEBUG, "a maildrop did not close", alreadyGone);
    }
    if (session != null) {
      session.close();
    }
  }
}
