package org.mailroom.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.MailSources;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** A mail server in memory, which can be told to misbehave. */
final class MemoryServer implements MailSources {
  private record Mail(long uid, byte[] bytes, Instant arrivedAt, long size) {}

  private final List<Mail> mails = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> flagged = new HashSet<>();
  private final Map<String, String> moved = new TreeMap<>();
  private final Set<String> poisoned = new HashSet<>();
  private final boolean ordered;
  private long nextUid = 1;
  private long uidValidity = 1;
  private Runnable beforeMark = () -> {};
  private Runnable beforeFetch = () -> {};

  private MemoryServer(boolean ordered) {
    this.ordered = ordered;
  }

  /** Keeps an order and tells when mail arrived. */
  static MemoryServer likeImap() {
    return new MemoryServer(true);
  }

  /** Knows names only. */
  static MemoryServer likePop3() {
    return new MemoryServer(false);
  }

  String receives(String mail, Instant at) {
    return receives(mail, at, mail.length());
  }

  String receives(String mail, Instant at, long claimedSize) {
    mails.add(new Mail(nextUid, mail.getBytes(StandardCharsets.UTF_8), at, claimedSize));
    return Long.toString(nextUid++);
  }

  void numbersAnew() {
    uidValidity++;
    givesNumbersAgain();
  }

  /** As a server does that lost its index, with the UIDVALIDITY of before. */
  void givesNumbersAgain() {
    List<Mail> old = List.copyOf(mails);
    mails.clear();
    seen.clear();
    nextUid = 1;
    old.forEach(mail -> mails.add(new Mail(nextUid++, mail.bytes, mail.arrivedAt, mail.size)));
  }

  void forgets(String uid) {
    mails.removeIf(mail -> Long.toString(mail.uid).equals(uid));
  }

  /** Breaks the connection whenever this mail is fetched. */
  void poison(String uid) {
    poisoned.add(uid);
  }

  void beforeMark(Runnable action) {
    beforeMark = action;
  }

  void beforeFetch(Runnable action) {
    beforeFetch = action;
  }

  Set<String> flagged() {
    return flagged;
  }

  /** What was taken away, and to which folder; to none of what was deleted. */
  Map<String, String> moved() {
    return moved;
  }

  Set<String> seen() {
    return seen;
  }

  @Override
  public MailSource open(Account account) {
    return new Connection(account);
  }

  private final class Connection implements MailSource {
    private final Account account;

    private Connection(Account account) {
      this.account = account;
    }

    @Override
    public Place place() {
      return Place.of(account, uidValidity);
    }

    @Override
    public boolean beginsAnew(long position) {
      return ordered && nextUid <= position;
    }

    @Override
    public List<Listed> list(long afterPosition) {
      return mails.stream()
          .filter(mail -> !ordered || mail.uid > afterPosition)
          .map(this::listed)
          .toList();
    }

    private Listed listed(Mail mail) {
      return new Listed(
          Long.toString(mail.uid),
          ordered ? mail.uid : 0,
          mail.size,
          ordered ? Optional.of(mail.arrivedAt) : Optional.empty());
    }

    @Override
    public Optional<Instant> arrival(Listed mail) {
      return Optional.ofNullable(find(mail).arrivedAt);
    }

    private Mail find(Listed listed) {
      return mails.stream()
          .filter(mail -> Long.toString(mail.uid).equals(listed.uid()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Map<String, byte[]> fetch(List<Listed> wanted) {
      beforeFetch.run();
      Map<String, byte[]> fetched = new HashMap<>();
      for (Listed mail : wanted) {
        breakIfPoisoned(mail);
        fetched.put(mail.uid(), find(mail).bytes);
      }
      return fetched;
    }

    @Override
    public Optional<byte[]> fetch(Listed mail, long most) {
      byte[] whole = fetch(List.of(mail)).get(mail.uid());
      return Optional.of(Arrays.copyOf(whole, (int) Math.min(most, whole.length)));
    }

    private void breakIfPoisoned(Listed mail) {
      if (poisoned.contains(mail.uid())) {
        throw new SourceTrouble(Trouble.NETWORK, "connection lost", null);
      }
    }

    @Override
    public byte[] header(Listed mail) {
      breakIfPoisoned(mail);
      String text = new String(find(mail).bytes, StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> act(Step step, List<String> uids) {
      beforeMark.run();
      switch (step.action()) {
        case LEAVE -> throw new IllegalStateException("nothing is to be done");
        case MARK_READ -> seen.addAll(uids);
        case FLAG -> flagged.addAll(uids);
        case MOVE, DELETE -> uids.forEach(uid -> take(step, uid));
      }
      return uids;
    }

    private void take(Step step, String uid) {
      forgets(uid);
      moved.put(uid, step.folder() == null ? "" : step.folder());
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
      // nothing is held
    }
  }
}
