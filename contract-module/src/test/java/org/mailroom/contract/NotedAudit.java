package org.mailroom.contract;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;

/** An audit that keeps its notes for a test to read; the caller is Ana. */
public final class NotedAudit extends Audit {
  private final List<String> notes = new ArrayList<>();

  @Override
  public void note(String action, String subject, String detail) {
    notes.add("%s %s %s".formatted(action, subject, detail).strip());
  }

  @Override
  public void changed(String action, String subject, List<Change> changes) {
    note(action, subject, changes.stream().map(Change::toString).collect(joining(", ")));
  }

  @Override
  public String caller() {
    return "ana";
  }

  public List<String> notes() {
    return notes;
  }
}
