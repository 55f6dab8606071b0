package org.mailroom.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.mailroom.audit.Audit;
import org.mailroom.installation.CopyConfirmed;
import org.mailroom.mailbox.jpa.MailboxStore;

/** The mailboxes of a copy are the original's to read and to send from: a person resumes each. */
@ApplicationScoped
class CopiedMailboxes {
  @Inject MailboxStore store;
  @EJB Audit audit;

  void pause(@Observes CopyConfirmed copy) {
    audit.note("mailbox.paused", "mailboxes", "of a copy: " + store.pauseAll());
  }
}
