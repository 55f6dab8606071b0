package org.mailroom.outbox;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.audit.Audit;

/** Keeps what was noted. */
final class NotedAudit extends Audit {
  final List<String> notes = new ArrayList<>();

  @Override
  public void note(String action, String subject, String detail) {
    notes.add((action + " " + subject + " " + detail).strip());
  }

  @Override
  public String caller() {
    return "ana";
  }
}
