package org.mailroom.outbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.mailroom.audit.Audit;
import org.mailroom.installation.CopyConfirmed;
import org.mailroom.outbox.jpa.OutboxStore;

/** What waits in a copy is the original's to send: else people would have it twice. */
@ApplicationScoped
class CopiedMail {
  private static final String REASON = "Came with a copy of the database; the original sends it.";

  @Inject OutboxStore store;
  @EJB Audit audit;

  void hold(@Observes CopyConfirmed copy) {
    audit.note("message.held", "messages", "of a copy: " + store.holdAll(REASON));
  }
}
