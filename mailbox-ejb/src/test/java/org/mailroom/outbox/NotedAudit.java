package org.mailroom.outbox;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;

/** Keeps what was noted. */
final class NotedAudit extends Audit {
  final List<String> notes = new ArrayList<>();

  @Override
  public void note(String action, String subject, String detail) {
    notes.add((action + " " + subject + " " + detail).strip());
  }

  @Override
  public void changed(String action, String subject, List<Change> changes) {
    note(action, subject, changes.stream().map(Change::toString).collect(joining(", ")));
  }

  @Override
  public String caller() {
    return "ana";
  }
}
