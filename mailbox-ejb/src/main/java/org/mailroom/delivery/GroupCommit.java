package org.mailroom.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * Writes the groups of several workers in one transaction: while one is being written, those that
 * come wait and are written together by the first of them. A commit costs the database the same for
 * one group as for four. Thread-safe.
 */
final class GroupCommit {
  private final OutboxQueue queue;
  private final Lock writing = new ReentrantLock();
  private final Queue<Group> waiting = new ArrayDeque<>();

  GroupCommit(OutboxQueue queue) {
    this.queue = queue;
  }

  private record Group(
      Map<OutboxMessageId, Settlement> settlements,
      CompletableFuture<Map<OutboxMessageId, MessageState>> states) {}

  /**
   * Settles a group, or throws and has changed nothing of it.
   *
   * @return as {@link OutboxQueue#settle} does, for this group
   */
  Map<OutboxMessageId, MessageState> settle(Map<OutboxMessageId, Settlement> settlements) {
    Group group = new Group(settlements, new CompletableFuture<>());
    add(group);
    writing.lock();
    try {
      if (!group.states().isDone()) {
        write(takeAll());
      }
    } finally {
      writing.unlock();
    }
    return group.states().join();
  }

  private synchronized void add(Group group) {
    waiting.add(group);
  }

  /** How many groups wait for their turn. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized List<Group> takeAll() {
    List<Group> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  private void write(List<Group> groups) {
    try {
      writeTogether(groups);
    } catch (RuntimeException | Error e) {
      if (groups.size() == 1) {
        groups.get(0).states().completeExceptionally(e);
      } else {
        // what is wrong with one of them must not keep the others
        groups.forEach(group -> write(List.of(group)));
      }
    }
  }

  private void writeTogether(List<Group> groups) {
    Map<OutboxMessageId, Settlement> all = new LinkedHashMap<>();
    groups.forEach(group -> all.putAll(group.settlements()));
    Map<OutboxMessageId, MessageState> states = queue.settle(all);
    groups.forEach(group -> group.states().complete(of(group, states)));
  }

  private static Map<OutboxMessageId, MessageState> of(
      Group group, Map<OutboxMessageId, MessageState> states) {
    Map<OutboxMessageId, MessageState> own = new LinkedHashMap<>(states);
    own.keySet().retainAll(group.settlements().keySet());
    return own;
  }
}
