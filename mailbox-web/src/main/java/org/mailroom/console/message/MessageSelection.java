package org.mailroom.console.message;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.outbox.OutboxMessageId;

/** The messages of a list that are ticked: some rows, or all that its filter finds. */
public class MessageSelection implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Long, Boolean> ticked = new HashMap<>();
  private List<Long> shown = List.of();
  private boolean all;

  /** The rows that are on screen now. */
  void show(List<Long> rows) {
    shown = List.copyOf(rows);
  }

  List<OutboxMessageId> ids() {
    return ticked.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> new OutboxMessageId(entry.getKey()))
        .toList();
  }

  public void clear() {
    ticked.clear();
    all = false;
  }

  public void chooseAll() {
    all = true;
  }

  /** Whether it is all that the filter finds, on screen or not. */
  public boolean isAll() {
    return all;
  }

  public int getSize() {
    return ids().size();
  }

  /** Whether each row on screen is ticked. */
  public boolean isPage() {
    return !shown.isEmpty() && shown.stream().allMatch(id -> ticked.getOrDefault(id, false));
  }

  public void setPage(boolean whole) {
    shown.forEach(id -> ticked.put(id, whole));
  }

  public Map<Long, Boolean> getTicked() {
    return ticked;
  }
}
