package org.mailroom.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue;

/** A queue that remembers what it was asked, and can be away or take a lease from somebody. */
final class QueueInMemory extends OutboxQueue {
  final List<Set<OutboxMessageId>> settled = Collections.synchronizedList(new ArrayList<>());
  final List<List<OutboxMessageId>> loaded = new ArrayList<>();
  final Set<OutboxMessageId> lost = ConcurrentHashMap.newKeySet();
  final Set<OutboxMessageId> impossible = ConcurrentHashMap.newKeySet();
  final CountDownLatch stopped = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);
  volatile boolean away;
  volatile boolean stops;

  @Override
  public Map<OutboxMessageId, MessageState> settle(Map<OutboxMessageId, Settlement> settlements) {
    answer();
    refuseImpossible(settlements.keySet());
    settled.add(settlements.keySet());
    Map<OutboxMessageId, MessageState> states = new LinkedHashMap<>();
    settlements.keySet().stream()
        .filter(id -> !lost.contains(id))
        .forEach(id -> states.put(id, MessageState.SENT));
    return states;
  }

  @Override
  public Map<OutboxMessageId, byte[]> bodies(List<OutboxMessageId> ids) {
    answer();
    loaded.add(ids);
    Map<OutboxMessageId, byte[]> bodies = new HashMap<>();
    ids.forEach(id -> bodies.put(id, new byte[] {1}));
    return bodies;
  }

  private void refuseImpossible(Set<OutboxMessageId> ids) {
    if (!Collections.disjoint(ids, impossible)) {
      throw new IllegalStateException("The database does not take it");
    }
  }

  private void answer() {
    if (stops) {
      stopped.countDown();
      wait(goOn);
    }
    if (away) {
      throw new IllegalStateException("The database is away");
    }
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
