package org.mailroom.inbound.imap;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.mailroom.folder.FolderNames;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/**
 * A folder over IMAP (RFC 9051), read only until something is to be done to its mail.
 *
 * <p>It speaks in UIDs and in whole batches: one command lists all new mail and one fetches a
 * batch, byte by byte as the server has it. Message by message it would be some hundred times
 * slower on a line with 20 ms, and sequence numbers shift when somebody deletes mail meanwhile.
 */
public final class ImapSource implements MailSource {
  private static final System.Logger LOG = System.getLogger(ImapSource.class.getName());

  /** So many mails are listed at once; with more in the folder the server is asked first. */
  private static final int PAGE = 5_000;

  private static final int NEVER_COUNTED = -1;
  private static final long LONGEST_ANSWER = 34L << 20;
  private static final long LONGEST_LISTING = 64L << 20;

  private final Account account;
  private final Line line;
  private final IMAPFolder folder;
  private final long uidValidity;
  private final IdleCommand idle = new IdleCommand();
  private final ImapActions actions;
  private boolean fresh = true;
  private int counted;

  private ImapSource(Account account, Line line) throws MessagingException {
    this.account = account;
    this.line = line;
    FolderNames names = new FolderNames(line.store());
    Map<String, String> targets = targets(names);
    this.folder = open(names);
    this.uidValidity = folder.getUIDValidity();
    this.actions = new ImapActions(folder, uidValidity, targets);
  }

  /** Mail is moved to where is looked up before the connection is the folder's. */
  private Map<String, String> targets(FolderNames names) throws MessagingException {
    AfterReading after = account.afterReading();
    Map<String, String> targets = new HashMap<>();
    for (Step step : List.of(after.success(), after.failure())) {
      if (step.folder() != null) {
        targets.put(step.folder(), names.nameOf(step.folder()));
      }
    }
    return targets;
  }

  private IMAPFolder open(FolderNames names) throws MessagingException {
    IMAPFolder asTyped = (IMAPFolder) line.store().getFolder(account.folder());
    try {
      asTyped.open(Folder.READ_ONLY);
      return asTyped;
    } catch (FolderNotFoundException missing) {
      line.allow(LONGEST_LISTING);
      IMAPFolder meant =
          (IMAPFolder) names.find(account.folder()).orElseThrow(() -> missing(names, missing));
      meant.open(Folder.READ_ONLY);
      return meant;
    }
  }

  private SourceTrouble missing(FolderNames names, FolderNotFoundException missing) {
    return new SourceTrouble(Trouble.SETTINGS, Troubles.missing(account) + near(names), missing);
  }

  private String near(FolderNames names) {
    try {
      List<String> near = names.near(account.folder());
      return near.isEmpty() ? "" : " There are: \"%s\".".formatted(String.join("\", \"", near));
    } catch (MessagingException untold) {
      return "";
    }
  }

  public static MailSource open(Account account) {
    return open(account, Line.COMMAND);
  }

  /**
   * @param patience with each command
   */
  static MailSource open(Account account, Duration patience) {
    try {
      return open(account, Line.connect(account, patience));
    } catch (SourceTrouble e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      throw Troubles.of(e, account);
    }
  }

  private static MailSource open(Account account, Line line) throws MessagingException {
    try {
      return new ImapSource(account, line);
    } catch (MessagingException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  @Override
  public Place place() {
    return Place.of(account, uidValidity);
  }

  /** UIDNEXT never falls, unless a folder was made anew with the UIDVALIDITY of the old one. */
  @Override
  public boolean beginsAnew(long position) {
    // the library keeps what the server said when the folder was opened
    boolean asked = !fresh;
    fresh = false;
    long next = asked ? 0 : ask(folder::getUIDNext);
    return next > 0 && next <= position && highest() <= position;
  }

  private long highest() {
    return mails("*", "FLAGS").mapToLong(ImapSource::uid).max().orElse(0);
  }

  @Override
  public List<Listed> list(long afterPosition) {
    // n:* names the last mail even if it comes before n (RFC 9051 9, seq-range)
    Map<Long, Listed> listed = new TreeMap<>();
    fetch(page(afterPosition), "RFC822.SIZE INTERNALDATE", LONGEST_LISTING)
        .filter(response -> response.getItem(RFC822SIZE.class) != null)
        .map(this::listed)
        .filter(mail -> mail.position() > afterPosition)
        .forEach(mail -> listed.putIfAbsent(mail.position(), mail));
    return List.copyOf(listed.values());
  }

  private String page(long afterPosition) {
    String all = (afterPosition + 1) + ":*";
    line.allowFew();
    counted = ask(folder::getMessageCount);
    if (counted <= PAGE) {
      return all;
    }
    long[] uids =
        Arrays.stream(command("UID SEARCH UID " + all, LONGEST_LISTING))
            .flatMapToLong(ImapSource::found)
            .filter(uid -> uid > afterPosition)
            .sorted()
            .limit(PAGE)
            .toArray();
    return uids.length == 0 ? all : uids[0] + ":" + uids[uids.length - 1];
  }

  private static LongStream found(Response response) {
    return response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")
        ? LongStream.generate(answer::readLong).takeWhile(uid -> uid > 0)
        : LongStream.empty();
  }

  private Listed listed(FetchResponse response) {
    if (response.getItem(UID.class) == null) {
      throw new SourceTrouble(
          Trouble.SERVER, "The server lists mail without its number (UID).", null);
    }
    long uid = uid(response);
    long size = response.getItem(RFC822SIZE.class).size;
    return new Listed(Long.toString(uid), uid, Math.max(0, size), internalDate(response));
  }

  private static long uid(FetchResponse response) {
    return response.getItem(UID.class).uid;
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
    return complete(mails, bodies(uids(mails), "BODY.PEEK[]", longest(mails)));
  }

  /** What a server says of sizes is not quite right now and then. */
  private static long longest(List<Listed> mails) {
    boolean told = mails.stream().allMatch(mail -> mail.size() > 0);
    long sum = mails.stream().mapToLong(Listed::size).sum();
    return told ? Math.min(LONGEST_ANSWER, sum + sum / 2 + (2L << 20)) : LONGEST_ANSWER;
  }

  @Override
  public Optional<byte[]> fetch(Listed mail, long most) {
    String part = "BODY.PEEK[]<0.%d>".formatted(most);
    Map<String, byte[]> bodies = bodies(mail.uid(), part, LONGEST_ANSWER);
    return Optional.ofNullable(complete(List.of(mail), bodies).get(mail.uid()));
  }

  private Map<String, byte[]> complete(List<Listed> mails, Map<String, byte[]> bodies) {
    List<Listed> missing = mails.stream().filter(it -> !bodies.containsKey(it.uid())).toList();
    if (!missing.isEmpty()) {
      requireGone(missing);
    }
    return bodies;
  }

  /** Somebody may delete mail between listing and fetching; what is still there must come. */
  private void requireGone(List<Listed> missing) {
    boolean there =
        fetch(uids(missing), "RFC822.SIZE", LONGEST_LISTING)
            .anyMatch(response -> response.getItem(RFC822SIZE.class) != null);
    if (there) {
      throw new SourceTrouble(
          Trouble.SERVER, "The server lists a mail that it does not deliver.", null);
    }
  }

  @Override
  public byte[] header(Listed mail) {
    return bodies(mail.uid(), "BODY.PEEK[HEADER]", LONGEST_ANSWER)
        .getOrDefault(mail.uid(), new byte[0]);
  }

  private Map<String, byte[]> bodies(String uids, String item, long longest) {
    Map<String, byte[]> bodies = new HashMap<>();
    Response[] responses = command(fetchOf(uids, item), longest);
    for (int i = 0; i < responses.length; i++) {
      if (responses[i] instanceof FetchResponse response) {
        body(response, bodies);
      }
      // what is copied need not be held twice
      responses[i] = null;
    }
    return bodies;
  }

  private static void body(FetchResponse response, Map<String, byte[]> bodies) {
    BODY body = response.getItem(BODY.class);
    UID uid = response.getItem(UID.class);
    if (uid != null && body != null && body.getByteArray() != null) {
      bodies.computeIfAbsent(
          Long.toString(uid.uid), unused -> body.getByteArrayInputStream().readAllBytes());
    }
  }

  private static String uids(List<Listed> mails) {
    return mails.stream().map(Listed::uid).collect(Collectors.joining(","));
  }

  private Stream<FetchResponse> mails(String uids, String item) {
    return fetch(uids, item, LONGEST_LISTING).filter(it -> it.getItem(UID.class) != null);
  }

  private Stream<FetchResponse> fetch(String uids, String items, long longest) {
    return Arrays.stream(command(fetchOf(uids, items), longest))
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast);
  }

  private static String fetchOf(String uids, String items) {
    return "UID FETCH %s (UID %s)".formatted(uids, items);
  }

  private Response[] command(String command, long longest) {
    line.allow(longest);
    return ask(() -> (Response[]) folder.doCommand(protocol -> run(protocol, command)));
  }

  /** A question to the server. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws MessagingException;
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SourceTrouble e) {
      throw e;
    } catch (MessagingException | RuntimeException e) {
      throw Troubles.of(e, account);
    }
  }

  static Response[] run(IMAPProtocol protocol, String line) throws ProtocolException {
    return run(protocol, line, null);
  }

  static Response[] run(IMAPProtocol protocol, String line, Argument argument)
      throws ProtocolException {
    Response[] responses = protocol.command(line, argument);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  @Override
  public List<String> act(Step step, List<String> uids) {
    line.allow(LONGEST_LISTING);
    if (step.action() == ServerAction.MOVE || step.action() == ServerAction.DELETE) {
      // what is taken away makes the count tell nothing of what has come
      counted = NEVER_COUNTED;
    }
    try {
      return actions.act(step, uids) ? uids : List.of();
    } catch (FolderClosedException e) {
      throw Troubles.of(e, account);
    } catch (MessagingException e) {
      if (step.action() != ServerAction.MARK_READ) {
        throw Troubles.of(e, account);
      }
      // such as a mailbox that we may only read; what is stored is stored
      LOG.log(Level.WARNING, "inbound.mark_refused mailbox=" + account.id(), e);
      return uids;
    }
  }

  @Override
  public Optional<Idle> idle() {
    line.allowFew();
    return ask(() -> idle.begin(folder, folder.getMessageCount() != counted));
  }

  @Override
  public void wake() {
    line.allowFew();
    ask(() -> idle.end(folder));
  }

  @Override
  public void close() {
    line.close();
  }
}
