package org.mailroom.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.SendingLimits;

/** Accounts that a test says there are; three refused log-ins in a row pause one. */
final class KnownAccess extends MailboxAccess {
  final List<String> reports = new CopyOnWriteArrayList<>();
  private final Map<MailboxId, Account> accounts = new ConcurrentHashMap<>();
  private final Map<MailboxId, Account> renewed = new ConcurrentHashMap<>();
  private final Map<MailboxId, SendingLimits> limits = new ConcurrentHashMap<>();
  private final Map<MailboxId, Integer> refusals = new ConcurrentHashMap<>();

  void add(Account account) {
    accounts.put(account.id(), account);
  }

  /** A mailbox has limits. */
  void limit(long mailbox, int messagesAMinute, int connections) {
    limits.put(
        new MailboxId(mailbox),
        new SendingLimits(Optional.of(messagesAMinute), Optional.of(connections)));
  }

  @Override
  public SendingLimits limits(MailboxId id) {
    return limits.getOrDefault(id, SendingLimits.NONE);
  }

  @Override
  public void limited(MailboxId id, Instant until) {
    reports.add(id + " LIMITED until " + until);
  }

  /** There is another token for an account whose token is refused. */
  void renew(Account account) {
    renewed.put(account.id(), account);
  }

  @Override
  public Optional<Account> withOtherToken(Account account) {
    return Optional.ofNullable(renewed.remove(account.id()));
  }

  boolean paused(long mailbox) {
    return !accounts.containsKey(new MailboxId(mailbox));
  }

  @Override
  public Optional<Account> account(MailboxId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public void worked(MailboxId id, Instant at) {
    refusals.remove(id);
    reports.add(id + " OK");
  }

  @Override
  public void refused(MailboxId id, String words, Instant at) {
    reports.add(id + " MESSAGE");
  }

  @Override
  public void rests(MailboxId id, Instant until) {
    // a test asks the lane itself
  }

  @Override
  public boolean failed(MailboxId id, Trouble trouble, String words, Instant at) {
    if (trouble == Trouble.LOGIN && refusals.merge(id, 1, Integer::sum) == 3) {
      accounts.remove(id);
    }
    reports.add(id + " " + trouble); // last: who awaits a report finds the rest done
    return !accounts.containsKey(id);
  }
}
