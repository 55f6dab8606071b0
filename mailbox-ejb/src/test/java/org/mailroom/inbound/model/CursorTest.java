package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.ReaderView;
import org.mailroom.inbound.ReaderView.Doing;
import org.mailroom.inbound.WhyNoIdle;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;

class CursorTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Account ACCOUNT = AccountFixture.imap(143).activeSince(NOON).account();
  private static final Place PLACE = Place.of(ACCOUNT, 1);

  private final Cursor cursor = new Cursor(new MailboxId(1), NOON);

  @Test
  void leaves_out_what_was_there_before_the_activation() {
    cursor.enter(PLACE, ACCOUNT);

    assertThat(cursor.leavesOut(NOON.minusSeconds(3))).isTrue();
    assertThat(cursor.leavesOut(NOON.minusSeconds(2))).isFalse();
    assertThat(cursor.leavesOut(NOON)).isFalse();
  }

  @Test
  void leaves_nothing_out_once_it_has_caught_up() {
    cursor.enter(PLACE, ACCOUNT);
    cursor.caughtUp(17, NOON);

    assertThat(cursor.leavesOut(NOON.minusSeconds(3))).isFalse();
    assertThat(cursor.position()).isEqualTo(17);
  }

  @Test
  void leaves_nothing_out_if_existing_mail_is_wanted() {
    cursor.enter(PLACE, AccountFixture.imap(143).activeSince(NOON).readExisting().account());

    assertThat(cursor.leavesOut(NOON.minusSeconds(100_000))).isFalse();
  }

  @Test
  void goes_on_where_it_was_in_the_same_place() {
    cursor.enter(PLACE, ACCOUNT);
    cursor.advance(5, NOON);
    cursor.enter(PLACE, ACCOUNT);

    assertThat(cursor.position()).isEqualTo(5);
  }

  @Test
  void scans_a_folder_that_was_numbered_anew_with_the_old_baseline() {
    cursor.enter(PLACE, ACCOUNT);
    cursor.caughtUp(17, NOON.plusSeconds(9_000));
    cursor.enter(Place.of(ACCOUNT, 2), ACCOUNT);

    assertThat(cursor.position()).isZero();
    assertThat(cursor.scanning()).isTrue();
    assertThat(cursor.leavesOut(NOON)).isFalse();
    assertThat(cursor.leavesOut(NOON.minusSeconds(3))).isTrue();
  }

  @Test
  void takes_from_another_server_what_came_since_the_last_reading() {
    cursor.enter(PLACE, ACCOUNT);
    cursor.caughtUp(17, NOON.plusSeconds(9_000));
    Account moved = AccountFixture.imap(144).activeSince(NOON).account();
    cursor.enter(Place.of(moved, 1), moved);

    assertThat(cursor.leavesOut(NOON)).isTrue();
    assertThat(cursor.leavesOut(NOON.plusSeconds(8_800))).isFalse();
  }

  @Test
  void goes_through_a_place_again_whose_numbers_begin_anew() {
    cursor.enter(PLACE, ACCOUNT);
    cursor.caughtUp(17, NOON);
    cursor.beginAnew();
    cursor.enter(PLACE, ACCOUNT);

    assertThat(cursor.place()).isNotEqualTo(PLACE);
    assertThat(cursor.place().sameNumbering(PLACE)).isTrue();
    assertThat(cursor.position()).isZero();
    assertThat(cursor.scanning()).isTrue();

    Place first = cursor.place();
    cursor.beginAnew();
    assertThat(cursor.place()).isNotEqualTo(first).isNotEqualTo(PLACE);
    assertThat(cursor.place().sameFolder(PLACE)).isTrue();
  }

  @Test
  void refuses_the_lease_of_before() {
    Lease old = cursor.lease(new NodeId("a"), NOON);
    Lease present = cursor.lease(new NodeId("b"), NOON);

    cursor.require(present);
    assertThatThrownBy(() -> cursor.require(old)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void refuses_a_lease_that_was_given_back() {
    Lease lease = cursor.lease(new NodeId("a"), NOON);
    cursor.rest(NOON, NOON.plusSeconds(60), null);

    assertThatThrownBy(() -> cursor.require(lease)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void rests_until_the_next_turn() {
    cursor.rest(NOON, NOON.plusSeconds(60), null);

    assertThat(cursor.leasable(NOON.plusSeconds(59))).isFalse();
    assertThat(cursor.leasable(NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void does_not_rest_if_somebody_asked_meanwhile() {
    cursor.due(NOON.plusSeconds(1));
    cursor.rest(NOON, NOON.plusSeconds(60), null);

    assertThat(cursor.leasable(NOON.plusSeconds(1))).isTrue();
  }

  @Test
  void tells_what_its_reader_does() {
    assertThat(view(0).doing()).isEqualTo(Doing.POLLS);
    cursor.lease(new NodeId("a"), NOON.plusSeconds(300));
    assertThat(view(0).doing()).isEqualTo(Doing.READS);

    cursor.rest(NOON, NOON.plusSeconds(60), WhyNoIdle.NOT_OFFERED);
    assertThat(view(0).doing()).isEqualTo(Doing.POLLS);
    assertThat(view(0).why()).contains(WhyNoIdle.NOT_OFFERED);
    assertThat(view(0).lastLook()).contains(NOON);
    assertThat(view(0).nextLook()).contains(NOON.plusSeconds(60));

    cursor.failed(NOON, NOON.plusSeconds(60));
    assertThat(view(0).doing()).isEqualTo(Doing.RETRIES);
  }

  @Test
  void tells_since_when_its_reader_waits() {
    NodeId node = new NodeId("a");
    cursor.idle(NOON, NOON.plusSeconds(60), node, NOON.plusSeconds(120));
    cursor.idle(NOON.plusSeconds(60), NOON.plusSeconds(120), node, NOON.plusSeconds(180));

    assertThat(view(70).doing()).isEqualTo(Doing.WAITS);
    assertThat(view(70).since()).contains(NOON);
    assertThat(view(70).node()).contains("a");
    assertThat(view(70).lastLook()).contains(NOON.plusSeconds(60));
    // the node that waited is gone
    assertThat(view(181).doing()).isEqualTo(Doing.POLLS);
    assertThat(view(181).since()).isEmpty();
  }

  private ReaderView view(long seconds) {
    return cursor.view(Duration.ofMinutes(1), NOON.plusSeconds(seconds));
  }
}
