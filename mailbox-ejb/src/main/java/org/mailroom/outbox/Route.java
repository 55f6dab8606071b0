package org.mailroom.outbox;

import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;

/**
 * The way a message leaves and the identity it leaves under.
 *
 * @param way through what
 * @param mailbox exactly for {@link Way#MAILBOX}
 * @param from the address in From and in the envelope; null exactly for {@link Way#NONE}
 * @param fromName the name in From; empty, or null, for none
 */
public record Route(Way way, Optional<MailboxId> mailbox, EmailAddress from, String fromName) {
  public Route {
    fromName = fromName == null ? "" : fromName;
  }

  /** Through what a message leaves. */
  public enum Way {
    /** An Output mailbox. */
    MAILBOX,
    /** The server's own Mail Session, set by the {@code MAILROOM_MAIL_*} variables. */
    SESSION,
    /** There is none yet: the message is held as NO_OUTBOX until there is. */
    NONE
  }

  public static Route through(MailboxId mailbox, EmailAddress from, String fromName) {
    return new Route(Way.MAILBOX, Optional.of(mailbox), from, fromName);
  }

  public static Route throughSession(EmailAddress from, String fromName) {
    return new Route(Way.SESSION, Optional.empty(), from, fromName);
  }

  public static Route none() {
    return new Route(Way.NONE, Optional.empty(), null, "");
  }
}
