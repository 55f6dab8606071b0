package org.mailroom.inbound.imap;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/**
 * A folder over IMAP (RFC 9051), read only until something is to be marked.
 *
 * <p>It speaks in UIDs and in whole batches: one command lists all new mail and one fetches a
 * batch, byte by byte as the server has it. Message by message it would be some hundred times
 * slower on a line with 20 ms, and sequence numbers shift when somebody deletes mail meanwhile.
 */
public final class ImapSource implements MailSource {
  private static final System.Logger LOG = System.getLogger(ImapSource.class.getName());

  private final Account account;
  private final Store store;
  private final IMAPFolder folder;
  private final long uidValidity;

  private ImapSource(Account account, Store store) throws MessagingException {
    this.account = account;
    this.store = store;
    this.folder = (IMAPFolder) store.getFolder(account.folder());
    folder.open(Folder.READ_ONLY);
    this.uidValidity = folder.getUIDValidity();
  }

  public static MailSource open(Account account) {
    try {
      return open(account, MailStores.connect(account));
    } catch (MessagingException | RuntimeException e) {
      throw Troubles.of(e, account);
    }
  }

  private static MailSource open(Account account, Store store) throws MessagingException {
    try {
      return new ImapSource(account, store);
    } catch (MessagingException | RuntimeException e) {
      MailStores.close(store);
      throw e;
    }
  }

  @Override
  public Place place() {
    return Place.of(account, uidValidity);
  }

  @Override
  public List<Listed> list(long afterPosition) {
    // n:* names the last mail even if it comes before n (RFC 9051 9, seq-range)
    return fetch((afterPosition + 1) + ":*", "RFC822.SIZE INTERNALDATE")
        .map(ImapSource::listed)
        .filter(mail -> mail.position() > afterPosition)
        .sorted(Comparator.comparingLong(Listed::position))
        .toList();
  }

  private static Listed listed(FetchResponse response) {
    long uid = response.getItem(UID.class).uid;
    RFC822SIZE size = response.getItem(RFC822SIZE.class);
    return new Listed(
        Long.toString(uid), uid, size == null ? 0 : size.size, internalDate(response));
  }

  private static Optional<Instant> internalDate(FetchResponse response) {
    return Optional.ofNullable(response.getItem(INTERNALDATE.class))
        .map(INTERNALDATE::getDate)
        .map(date -> date.toInstant());
  }

  @Override
  public Optional<Instant> arrival(Listed mail) {
    return mail.arrivedAt();
  }

  @Override
  public Map<String, byte[]> fetch(List<Listed> mails) {
    Map<String, byte[]> bodies = bodies(uids(mails), "BODY.PEEK[]");
    List<Listed> missing = mails.stream().filter(it -> !bodies.containsKey(it.uid())).toList();
    if (!missing.isEmpty()) {
      requireGone(missing);
    }
    return bodies;
  }

  /** Somebody may delete mail between listing and fetching; what is still there must come. */
  private void requireGone(List<Listed> missing) {
    if (fetch(uids(missing), "RFC822.SIZE").findAny().isPresent()) {
      throw new SourceTrouble(
          Trouble.SERVER, "The server lists a mail that it does not deliver.", null);
    }
  }

  @Override
  public byte[] header(Listed mail) {
    return bodies(mail.uid(), "BODY.PEEK[HEADER]").getOrDefault(mail.uid(), new byte[0]);
  }

  private Map<String, byte[]> bodies(String uids, String item) {
    Map<String, byte[]> bodies = new HashMap<>();
    fetch(uids, item).forEach(response -> body(response, bodies));
    return bodies;
  }

  private static void body(FetchResponse response, Map<String, byte[]> bodies) {
    BODY body = response.getItem(BODY.class);
    if (body != null && body.getByteArray() != null) {
      String uid = Long.toString(response.getItem(UID.class).uid);
      bodies.put(uid, body.getByteArrayInputStream().readAllBytes());
    }
  }

  private static String uids(List<Listed> mails) {
    return mails.stream().map(Listed::uid).collect(Collectors.joining(","));
  }

  private Stream<FetchResponse> fetch(String uids, String items) {
    try {
      return Arrays.stream(command("UID FETCH %s (UID %s)".formatted(uids, items)))
          .filter(FetchResponse.class::isInstance)
          .map(FetchResponse.class::cast)
          .filter(response -> response.getItem(UID.class) != null);
    } catch (MessagingException e) {
      throw Troubles.of(e, account);
    }
  }

  private Response[] command(String line) throws MessagingException {
    return (Response[]) folder.doCommand(protocol -> run(protocol, line));
  }

  private static Response[] run(IMAPProtocol protocol, String line) throws ProtocolException {
    Response[] responses = protocol.command(line, null);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  @Override
  public void markRead(List<String> uids) {
    try {
      if (writable()) {
        command("UID STORE %s +FLAGS.SILENT (\\Seen)".formatted(String.join(",", uids)));
      }
    } catch (FolderClosedException e) {
      throw Troubles.of(e, account);
    } catch (MessagingException e) {
      // such as a mailbox that we may only read; what is stored is stored
      LOG.log(Level.WARNING, "inbound.mark_refused mailbox=" + account.id(), e);
    }
  }

  /** Opens the folder for writing; false if its mail has been numbered anew meanwhile. */
  private boolean writable() throws MessagingException {
    if (!folder.isOpen() || folder.getMode() != Folder.READ_WRITE) {
      if (folder.isOpen()) {
        folder.close(false);
      }
      folder.open(Folder.READ_WRITE);
    }
    return folder.getUIDValidity() == uidValidity;
  }

  @Override
  public void close() {
    MailStores.close(store);
  }
}
