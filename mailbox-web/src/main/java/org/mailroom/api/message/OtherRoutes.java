package org.mailroom.api.message;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.api.json.Fields;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.api.reference.Reference;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.outbox.NoSuchWay;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.Route;

/** Reads by which other way a message shall leave: an Output mailbox or the default outbox. */
@ApplicationScoped
class OtherRoutes {
  private static final String DEFAULT = "default";

  @Inject MailboxReferences references;
  @EJB Outbox outbox;

  Route read(Fields in) {
    return in.require("mailbox").resolved("mailbox", "outbox to send through", this::find);
  }

  private Optional<Route> find(Reference reference) {
    if (reference.text().equals(DEFAULT)) {
      return through(Optional.empty());
    }
    return references.find(reference, MailboxType.OUTPUT).flatMap(id -> through(Optional.of(id)));
  }

  private Optional<Route> through(Optional<MailboxId> mailbox) {
    try {
      return Optional.of(outbox.routeThrough(mailbox));
    } catch (NoSuchWay none) {
      return Optional.empty();
    }
  }
}
