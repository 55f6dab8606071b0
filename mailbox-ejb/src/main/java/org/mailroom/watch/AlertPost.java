package org.mailroom.watch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.watch.model.AlertMail;

/** Writes to those who look after mailboxes, by the default outbox. */
@Dependent
class AlertPost {
  static final String VARIABLE = "MAILROOM_ALERT_TO";

  @EJB Outbox outbox;
  @Inject Instance<AlertRecipients> recipients;
  @Inject Environment environment;

  /** Whether this is what alerts leave by. */
  boolean leavesBy(Lane lane) {
    return lane.equals(Lane.of(outbox.defaultRoute()));
  }

  /**
   * Queues one mail with all the news.
   *
   * @return whether it could: there is a default outbox, and somebody to tell
   */
  boolean send(List<AlertView> bad, List<AlertView> over) {
    Route route = outbox.defaultRoute();
    List<EmailAddress> to = toTell();
    if (route.way() == Route.Way.NONE || to.isEmpty()) {
      return false;
    }
    if (!bad.isEmpty() || !over.isEmpty()) {
      outbox.enqueue(mail(route, to, new AlertMail(bad, over, environment.publicUrl())));
    }
    return true;
  }

  private List<EmailAddress> toTell() {
    return Stream.concat(
            recipients.stream().flatMap(known -> known.toTell().stream()),
            named(environment).stream())
        .distinct()
        .toList();
  }

  /**
   * The addresses of {@code MAILROOM_ALERT_TO}.
   *
   * @throws IllegalStateException if one of them is no address
   */
  static List<EmailAddress> named(Environment environment) {
    return environment.text(VARIABLE).stream()
        .flatMap(list -> Stream.of(list.split(",", -1)))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .map(AlertPost::address)
        .toList();
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s must hold e-mail addresses, separated by commas, but \"%s\" is none."
                        .formatted(VARIABLE, text)));
  }

  private static OutgoingMail mail(Route route, List<EmailAddress> to, AlertMail mail) {
    return new OutgoingMail(
        route,
        "Alerts about mailboxes leave by the default outbox.",
        to,
        Optional.empty(),
        mail.subject(),
        mail.text(),
        "",
        List.of(),
        "",
        "",
        OutgoingMail.Priority.PERSON,
        "mailbox alert",
        Optional.empty());
  }
}
