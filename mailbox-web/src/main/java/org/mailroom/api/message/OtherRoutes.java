package org.mailroom.api.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.api.json.Fields;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.api.reference.Reference;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.Route;

/** Reads by which other way a message shall leave: an Output mailbox or the default outbox. */
@ApplicationScoped
class OtherRoutes {
  private static final String DEFAULT = "default";

  @Inject Mailboxes mailboxes;
  @Inject MailboxReferences references;
  @Inject Outbox outbox;

  Route read(Fields in) {
    return in.require("mailbox").resolved("mailbox", "outbox to send through", this::find);
  }

  private Optional<Route> find(Reference reference) {
    return reference.text().equals(DEFAULT)
        ? Optional.of(outbox.defaultRoute()).filter(route -> route.way() != Route.Way.NONE)
        : references.find(reference, MailboxType.OUTPUT).flatMap(this::through);
  }

  private Optional<Route> through(MailboxId id) {
    try {
      return Optional.of(mailboxes.get(id))
          .filter(mailbox -> mailbox.type() == MailboxType.OUTPUT)
          .flatMap(OtherRoutes::through);
    } catch (MailboxNotFound none) {
      return Optional.empty();
    }
  }

  private static Optional<Route> through(MailboxView mailbox) {
    return EmailAddress.parse(mailbox.sender())
        .map(sender -> Route.through(mailbox.id(), sender, nameOf(mailbox)));
  }

  private static String nameOf(MailboxView mailbox) {
    return mailbox.senderName() == null ? "" : mailbox.senderName();
  }
}
