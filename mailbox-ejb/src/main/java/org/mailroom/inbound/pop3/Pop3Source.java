package org.mailroom.inbound.pop3;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.mailroom.inbound.imap.Line;
import org.mailroom.inbound.imap.Troubles;
import org.mailroom.inbound.mime.HeaderReader;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/**
 * A maildrop over POP3 (RFC 1939). The server keeps no order and no mark, only a name for each mail
 * (UIDL). What is to be deleted it deletes only when the session ends as it should, and whether it
 * did the next session shows.
 */
public final class Pop3Source implements MailSource {
  private static final System.Logger LOG = System.getLogger(Pop3Source.class.getName());

  private static final int LONGEST_UID = 128;
  private static final long LONGEST_ANSWER = 256L << 20;
  private static final long LONGEST_LISTING = 64L << 20;
  private static final long SLACK = 1L << 20;

  private final Account account;
  private final Line line;
  private final POP3Folder folder;
  private final Map<String, POP3Message> messages = new HashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();
  private boolean listed;

  private Pop3Source(Account account, Line line) throws MessagingException {
    this.account = account;
    this.line = line;
    this.folder = (POP3Folder) line.store().getFolder("INBOX");
    folder.open(Folder.READ_WRITE);
  }

  public static MailSource open(Account account) {
    try {
      return open(account, Line.connect(account));
    } catch (MessagingException | RuntimeException e) {
      throw Troubles.of(e, account);
    }
  }

  private static MailSource open(Account account, Line line) throws MessagingException {
    try {
      return new Pop3Source(account, line);
    } catch (MessagingException e) {
      line.close();
      throw account.authentication() == Authentication.OAUTH2 ? refused(e) : e;
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  /**
   * The library takes the explanation of a refused token for a welcome, so that the refusal answers
   * the first command after it.
   */
  private static MessagingException refused(MessagingException e) {
    Exception cause = e.getNextException();
    return cause != null && String.valueOf(cause.getMessage()).contains("command failed")
        ? new AuthenticationFailedException("The server refused the token: " + cause.getMessage())
        : e;
  }

  @Override
  public Place place() {
    return Place.of(account, 0);
  }

  @Override
  public boolean beginsAnew(long position) {
    return false;
  }

  @Override
  public List<Listed> list(long afterPosition) {
    line.allow(LONGEST_LISTING);
    try {
      Message[] all = folder.getMessages();
      FetchProfile names = new FetchProfile();
      names.add(UIDFolder.FetchProfileItem.UID);
      folder.fetch(all, names);
      return listed(all, folder.getSizes());
    } catch (SourceTrouble e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      // the library trusts a listing to consist of numbers
      throw Troubles.of(e, account);
    }
  }

  private List<Listed> listed(Message[] all, int[] sizes) throws MessagingException {
    // servers may give equal mails equal names (RFC 1939 7); one of them is enough
    Map<String, Listed> found = new LinkedHashMap<>();
    for (int i = 0; i < all.length; i++) {
      String uid = uid(all[i]);
      found.putIfAbsent(uid, new Listed(uid, 0, Math.max(0, sizes[i]), Optional.empty()));
      messages.putIfAbsent(uid, (POP3Message) all[i]);
    }
    listed = true;
    return List.copyOf(found.values());
  }

  private String uid(Message message) throws MessagingException {
    String uid = folder.getUID(message);
    if (uid == null) {
      throw new SourceTrouble(
          Trouble.SETTINGS,
          "The server names no mails (UIDL), so what was read before could not be known. Use IMAP for this mailbox.",
          null);
    }
    return uid.length() > LONGEST_UID ? digest(uid) : uid;
  }

  /** RFC 1939 allows 70 characters; who gives more is still understood. */
  private static String digest(String uid) {
    return UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public Optional<Instant> arrival(Listed mail) {
    return HeaderReader.read(header(mail)).arrivedAt();
  }

  @Override
  public Map<String, byte[]> fetch(List<Listed> mails) {
    Map<String, byte[]> fetched = new HashMap<>();
    for (Listed mail : mails) {
      BoundedBytes content = content(mail, mail.size() + SLACK);
      if (!content.complete()) {
        throw new SourceTrouble(
            Trouble.SERVER, "The server sends a mail that is larger than it says.", null);
      }
      fetched.put(mail.uid(), content.bytes());
    }
    requireOrder();
    return fetched;
  }

  @Override
  public Optional<byte[]> fetch(Listed mail, long most) {
    byte[] content = content(mail, most).bytes();
    requireOrder();
    return Optional.of(content);
  }

  private BoundedBytes content(Listed mail, long most) {
    line.allow(LONGEST_ANSWER);
    BoundedBytes content = new BoundedBytes(most);
    try {
      messages.get(mail.uid()).writeTo(content);
    } catch (MessageRemovedException e) {
      // in a session nobody else removes mail (RFC 1939 3)
      throw undelivered(e);
    } catch (MessagingException | IOException | RuntimeException e) {
      throw Troubles.of(e, account);
    }
    return content;
  }

  private static SourceTrouble undelivered(Exception cause) {
    return new SourceTrouble(
        Trouble.SERVER, "The server lists a mail that it does not deliver.", cause);
  }

  /**
   * A server that forgets to double a leading dot seems to end a mail at that line; what follows
   * would be taken for the answer to the next command.
   */
  private void requireOrder() {
    line.allowFew();
    if (!line.store().isConnected()) {
      throw new SourceTrouble(
          Trouble.SERVER, "The server's answers do not belong to what it was asked.", null);
    }
  }

  @Override
  public byte[] header(Listed mail) {
    line.allow(LONGEST_ANSWER);
    try (InputStream header = messages.get(mail.uid()).top(0)) {
      // TOP is optional
      return header == null ? new byte[0] : header.readAllBytes();
    } catch (MessagingException | IOException | RuntimeException e) {
      // the library does not expect that its connection is gone
      throw Troubles.of(e, account);
    }
  }

  @Override
  public List<String> act(Step step, List<String> uids) {
    if (step.action() != ServerAction.DELETE) {
      // POP3 has neither marks nor folders
      return uids;
    }
    List<String> gone = uids.stream().filter(uid -> listed && !messages.containsKey(uid)).toList();
    uids.stream().filter(messages::containsKey).forEach(deleted::add);
    return gone;
  }

  @Override
  public Optional<Idle> idle() {
    return Optional.empty();
  }

  @Override
  public void wake() {
    // it never waits
  }

  @Override
  public void close() {
    if (!deleted.isEmpty()) {
      delete();
    }
    line.close();
  }

  /** DELE each, and QUIT, which alone makes it happen (RFC 1939 6). */
  private void delete() {
    line.allowFew();
    try {
      for (String uid : deleted) {
        messages.get(uid).setFlag(Flags.Flag.DELETED, true);
      }
      folder.close(true);
    } catch (MessagingException | RuntimeException e) {
      // what is there still is found by the next session
      LOG.log(Level.WARNING, "inbound.delete_failed mailbox=" + account.id(), e);
    }
  }
}
