package org.mailroom.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.api.Body;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.FakeMailboxes;
import org.mailroom.api.reference.MailboxReferencesOf;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.outbox.NoSuchWay;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.Route;

class OtherRoutesTest {
  private static final Route DEFAULT_ROUTE =
      Route.throughSession(new EmailAddress("default@example.org"), "");

  private static final MailboxId DESK_OUT = new MailboxId(9);

  private final OtherRoutes routes = new OtherRoutes();
  private Optional<Route> defaultRoute = Optional.of(DEFAULT_ROUTE);

  OtherRoutesTest() {
    MailboxView[] all = {
      FakeMailboxes.mailbox(8, "Desk in", MailboxType.INPUT),
      FakeMailboxes.mailbox(9, "Desk out", MailboxType.OUTPUT)
    };
    routes.references = MailboxReferencesOf.these(all);
    routes.outbox =
        new Outbox() {
          @Override
          public Route routeThrough(Optional<MailboxId> wanted) {
            return wanted
                .map(id -> Optional.of(id).filter(DESK_OUT::equals).map(OtherRoutesTest::through))
                .orElse(defaultRoute)
                .orElseThrow(NoSuchWay::new);
          }
        };
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "\"9\"", "\"Desk out\""})
  void another_mailbox_speaks_with_its_own_sender(String mailbox) {
    assertThat(route(mailbox)).isEqualTo(through(DESK_OUT));
  }

  @Test
  void the_default_outbox_goes_by_its_word() {
    assertThat(route("\"default\"")).isEqualTo(DEFAULT_ROUTE);
  }

  @Test
  void a_default_outbox_that_is_not_there_is_refused() {
    defaultRoute = Optional.empty();
    assertThat(catchThrowableOfType(InvalidBody.class, () -> route("\"default\"")))
        .hasMessageContaining("\"mailbox\" names no outbox to send through: default.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "99", "\"nowhere\"", "null", "true"})
  void what_cannot_send_is_refused(String mailbox) {
    var refusal = catchThrowableOfType(InvalidBody.class, () -> route(mailbox));
    assertThat(refusal.problems()).extracting(Problem::field).containsExactly("mailbox");
  }

  private static Route through(MailboxId id) {
    return Route.through(id, new EmailAddress("desk@example.org"), "Service desk");
  }

  private Route route(String mailbox) {
    return Body.of("{\"mailbox\": %s}".formatted(mailbox)).as(routes::read);
  }
}
