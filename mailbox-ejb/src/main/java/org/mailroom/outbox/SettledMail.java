package org.mailroom.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the tries of this node came to since it started. In memory, so it costs nothing. */
@ApplicationScoped
public class SettledMail {
  private final Map<MessageState, LongAdder> counts = new ConcurrentHashMap<>();

  void count(Collection<MessageState> states) {
    states.forEach(state -> counts.computeIfAbsent(state, it -> new LongAdder()).increment());
  }

  /** For each state how many tries ended in it; a message that is put off is {@code QUEUED}. */
  public Map<MessageState, Long> sinceStart() {
    Map<MessageState, Long> sums = new EnumMap<>(MessageState.class);
    counts.forEach((state, count) -> sums.put(state, count.sum()));
    return sums;
  }
}
