package org.mailroom.console.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Security;

class OtherChangesTest {
  private final MailboxForm seen = form();
  private final MailboxForm theirs = form();
  private final MailboxForm mine = form();

  @Test
  void what_nobody_has_touched_is_no_change() {
    assertThat(OtherChanges.mergeInto(mine, seen, theirs)).isEmpty();
  }

  @Test
  void theirs_goes_where_the_person_has_touched_nothing() {
    theirs.getConnection().setSecurity(Security.STARTTLS);

    assertThat(OtherChanges.mergeInto(mine, seen, theirs))
        .containsExactly(
            new OtherChanges.Change("mailbox.security", Security.TLS, Security.STARTTLS, false));
    assertThat(mine.getConnection().getSecurity()).isEqualTo(Security.STARTTLS);
  }

  @Test
  void what_the_person_has_typed_stays_and_is_told() {
    theirs.setName("Theirs");
    mine.setName("Mine");

    assertThat(OtherChanges.mergeInto(mine, seen, theirs))
        .containsExactly(new OtherChanges.Change("mailbox.description", "Desk", "Theirs", true));
    assertThat(mine.getName()).isEqualTo("Mine");
  }

  @Test
  void what_only_the_person_has_touched_is_left_alone() {
    mine.getSignIn().setUser("desk");
    mine.setActive(false);

    assertThat(OtherChanges.mergeInto(mine, seen, theirs)).isEmpty();
    assertThat(mine.getSignIn().getUser()).isEqualTo("desk");
    assertThat(mine.isActive()).isFalse();
  }

  private static MailboxForm form() {
    MailboxForm form = new MailboxForm();
    form.setName("Desk");
    return form;
  }
}
