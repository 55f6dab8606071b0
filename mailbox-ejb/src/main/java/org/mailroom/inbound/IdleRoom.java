package org.mailroom.inbound;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.MailSource.Idle;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;

/**
 * Keeps the connections that wait for news, and one thread for all of them. That thread reads
 * nothing: it tells who has news, and whoever reads the mailbox takes the connection back. A
 * mailbox that is not kept here, for whatever reason, is read at its interval.
 */
final class IdleRoom implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(IdleRoom.class.getName());

  private record Kept(Account account, MailSource source, SocketChannel channel) {}

  private final int most;
  private final Executor executor;
  private final Consumer<MailboxId> bell;
  private final Map<MailboxId, Kept> kept = new HashMap<>();
  private final Queue<Kept> arrived = new ArrayDeque<>();
  private Selector selector;

  /**
   * @param most how many connections are kept; 0 for none
   * @param executor closes what is not needed any more
   * @param bell is told who has news; must not block
   */
  IdleRoom(int most, Executor executor, Consumer<MailboxId> bell) {
    this.most = most;
    this.executor = executor;
    this.bell = bell;
  }

  /** Waits for news until the room is closed; for a thread of its own. */
  void watch() {
    try {
      Selector mine = open();
      while (mine.isOpen() && !Thread.currentThread().isInterrupted()) {
        mine.select(this::ring);
        register();
      }
    } catch (IOException | ClosedSelectorException e) {
      LOG.log(Level.DEBUG, "inbound.idle_ended", e);
    } finally {
      close();
    }
  }

  private synchronized Selector open() throws IOException {
    selector = Selector.open();
    return selector;
  }

  private void ring(SelectionKey key) {
    key.cancel();
    ring((MailboxId) key.attachment());
  }

  private void ring(MailboxId mailbox) {
    try {
      bell.accept(mailbox);
    } catch (RuntimeException e) {
      // such as a node that has too much to do; the mailbox is read at its interval
      LOG.log(Level.WARNING, "inbound.bell_broken mailbox=" + mailbox, e);
    }
  }

  private synchronized void register() throws IOException {
    // a key that was cancelled must be gone before its channel comes again
    selector.selectNow();
    while (!arrived.isEmpty()) {
      register(arrived.remove());
    }
  }

  private void register(Kept one) throws IOException {
    MailboxId mailbox = one.account().id();
    if (!one.equals(kept.get(mailbox))) {
      return;
    }
    try {
      one.channel().configureBlocking(false);
      one.channel().register(selector, SelectionKey.OP_READ, mailbox);
    } catch (ClosedChannelException | CancelledKeyException e) {
      ring(mailbox);
    }
  }

  /**
   * Keeps a connection if it can wait and there is room; else it stays with the caller.
   *
   * @return why it is not kept; empty if it is
   */
  Optional<WhyNoIdle> keep(Account account, MailSource source) {
    Optional<WhyNoIdle> not = impossible(account);
    if (not.isPresent()) {
      return not;
    }
    try {
      Optional<Idle> idle = source.idle();
      idle.ifPresent(it -> keep(new Kept(account, source, it.channel()), it.news()));
      return idle.isPresent() ? Optional.empty() : Optional.of(WhyNoIdle.NOT_OFFERED);
    } catch (SourceTrouble e) {
      LOG.log(Level.DEBUG, "inbound.idle_refused", e);
      return Optional.of(WhyNoIdle.REFUSED);
    }
  }

  private Optional<WhyNoIdle> impossible(Account account) {
    if (account.protocol() == Protocol.POP3) {
      return Optional.of(WhyNoIdle.POP3);
    }
    if (most == 0) {
      return Optional.of(WhyNoIdle.SWITCHED_OFF);
    }
    return hasRoom() ? Optional.empty() : Optional.of(WhyNoIdle.FULL);
  }

  private synchronized boolean hasRoom() {
    return selector != null && selector.isOpen() && kept.size() < most;
  }

  private synchronized void keep(Kept one, boolean news) {
    kept.put(one.account().id(), one);
    arrived.add(one);
    selector.wakeup();
    if (news) {
      ring(one.account().id());
    }
  }

  /** Gives the connection of a mailbox back, if it is still good for these settings. */
  Optional<MailSource> take(Account account) {
    return remove(account.id()).flatMap(one -> awake(one, account));
  }

  private synchronized Optional<Kept> remove(MailboxId mailbox) {
    Optional<Kept> one = Optional.ofNullable(kept.remove(mailbox));
    one.ifPresent(this::unwatch);
    return one;
  }

  private void unwatch(Kept one) {
    SelectionKey key = one.channel().keyFor(selector);
    if (key != null) {
      key.cancel();
    }
    try {
      one.channel().configureBlocking(true);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "inbound.idle_broken", e);
    }
  }

  private static Optional<MailSource> awake(Kept one, Account account) {
    try {
      if (one.account().version() == account.version()) {
        one.source().wake();
        return Optional.of(one.source());
      }
    } catch (SourceTrouble e) {
      LOG.log(Level.DEBUG, "inbound.idle_broken", e);
    }
    one.source().close();
    return Optional.empty();
  }

  /** Lets the connections of all other mailboxes go. */
  void retain(Set<MailboxId> mailboxes) {
    others(mailboxes).forEach(mailbox -> remove(mailbox).ifPresent(this::dismiss));
  }

  private synchronized Set<MailboxId> others(Set<MailboxId> mailboxes) {
    return kept.keySet().stream()
        .filter(mailbox -> !mailboxes.contains(mailbox))
        .collect(Collectors.toSet());
  }

  private void dismiss(Kept one) {
    executor.execute(one.source()::close);
  }

  /** How many connections are kept. */
  synchronized int size() {
    return kept.size();
  }

  @Override
  public synchronized void close() {
    if (selector == null) {
      return;
    }
    try {
      selector.close();
      for (Kept one : kept.values()) {
        one.channel().close();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "inbound.idle_broken", e);
    }
    kept.clear();
  }
}
