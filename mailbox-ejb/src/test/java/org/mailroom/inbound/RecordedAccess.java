package org.mailroom.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxId;

/** Mailboxes of a test, and what was reported about them. */
class RecordedAccess extends MailboxAccess {
  private final Map<MailboxId, Account> accounts = new ConcurrentHashMap<>();
  private final Map<MailboxId, Account> renewed = new ConcurrentHashMap<>();
  private final List<String> reports = new ArrayList<>();

  void put(Account account) {
    accounts.put(account.id(), account);
  }

  /** There is another token for an account whose token is refused. */
  void renew(Account account) {
    renewed.put(account.id(), account);
  }

  @Override
  public Optional<Account> withOtherToken(Account account) {
    return Optional.ofNullable(renewed.remove(account.id()));
  }

  void forget() {
    accounts.clear();
  }

  synchronized List<String> reports() {
    return List.copyOf(reports);
  }

  @Override
  public Optional<Account> account(MailboxId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public List<MailboxId> activeInputs() {
    return List.copyOf(accounts.keySet());
  }

  @Override
  public synchronized void worked(MailboxId id, Instant at) {
    reports.add("worked");
  }

  @Override
  public synchronized void refused(MailboxId id, String words, Instant at) {
    reports.add("MESSAGE: " + words);
  }

  @Override
  public synchronized boolean failed(MailboxId id, Trouble trouble, String words, Instant at) {
    reports.add(trouble + ": " + words);
    return false;
  }
}
