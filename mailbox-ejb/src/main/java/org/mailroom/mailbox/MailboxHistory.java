package org.mailroom.mailbox;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.AuditLog;
import org.mailroom.audit.AuditQuery;
import org.mailroom.paging.Slice;

/**
 * Who has changed a mailbox, for those who may see the mailbox but not the whole audit.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class MailboxHistory {
  private static final List<String> CHANGES =
      List.of("mailbox.changed", "mailbox.paused", "mailbox.resumed", "mailbox.registered");
  private static final int LOOKED_THROUGH = 20;

  @EJB Mailboxes mailboxes;
  @EJB AuditLog log;

  /**
   * @param who a log-in, or {@code system}
   */
  public record LastChange(String who, Instant at) {}

  /**
   * Who changed it last, and when; empty if that was long before what was done to it since.
   *
   * @throws MailboxNotFound if there is none, or it is out of the caller's reach
   */
  public Optional<LastChange> lastChange(MailboxId id) {
    MailboxView mailbox = mailboxes.get(id);
    return newest("mailbox " + mailbox.id()).stream()
        .filter(entry -> CHANGES.contains(entry.action()))
        .findFirst()
        .map(entry -> new LastChange(entry.who(), entry.at()));
  }

  private List<AuditEntryView> newest(String subject) {
    Slice slice = Slice.first(LOOKED_THROUGH);
    return OwnWork.call(() -> log.list(AuditQuery.of(subject), slice)).items();
  }
}
