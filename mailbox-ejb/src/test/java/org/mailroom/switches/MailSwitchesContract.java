package org.mailroom.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.EmailAddress;

/** What the switches promise, on each database. */
abstract class MailSwitchesContract {
  private static final String TESTERS = "testers@mailroom.example";

  private final Map<String, String> variables = new HashMap<>();
  private final SettableClock clock = new SettableClock();
  private TestDatabase database;
  private SwitchesFixture switches;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    database = database();
    switches = new SwitchesFixture(database, variables, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void mail_is_on_and_goes_to_its_recipients_until_somebody_turns_a_switch() {
    Switched first = switches.call(MailSwitches::switched);

    assertThat(first.isOff()).isFalse();
    assertThat(first.divertedTo()).isEmpty();
    assertThat(switches.call(MailSwitches::lastOff)).isEmpty();
  }

  @Test
  void turning_mail_off_says_who_when_and_why_and_is_audited() {
    switches.turn(it -> it.turnMailOff(" a loop with a customer "));

    Turned off = switches.call(MailSwitches::switched).off().orElseThrow();
    assertThat(off).isEqualTo(new Turned("ana", clock.instant(), "a loop with a customer"));
    switches.turn(MailSwitches::turnMailOn);
    assertThat(switches.call(MailSwitches::switched).isOff()).isFalse();
    assertThat(switches.call(MailSwitches::lastOff)).contains(clock.instant());
    assertThat(switches.audited)
        .containsExactly(
            "mail.turned_off [mailOff: false → true, why: a loop with a customer]",
            "mail.turned_on [mailOff: true → false]");
  }

  @Test
  void sending_all_to_one_address_is_audited_with_before_and_after() {
    switches.turn(it -> it.sendAllTo(TESTERS, "a test system"));
    switches.turn(it -> it.sendAllTo("Ben@Mailroom.example", "Ben tests"));
    assertThat(switches.call(MailSwitches::switched).divertedTo())
        .contains(new EmailAddress("Ben@mailroom.example"));
    switches.turn(MailSwitches::sendToRecipients);

    assertThat(switches.call(MailSwitches::switched).divertedTo()).isEmpty();
    assertThat(switches.audited)
        .containsExactly(
            "mail.diverted [sendAllTo: testers@mailroom.example, why: a test system]",
            "mail.diverted [sendAllTo: testers@mailroom.example → Ben@mailroom.example, why: Ben tests]",
            "mail.not_diverted [sendAllTo: Ben@mailroom.example → –]");
  }

  @Test
  void what_is_no_address_or_has_no_reason_is_refused() {
    assertThatThrownBy(() -> switches.turn(it -> it.sendAllTo("a@b.example, c@d.example", "test")))
        .isInstanceOf(InvalidSwitch.class);
    assertThatThrownBy(() -> switches.turn(it -> it.sendAllTo(TESTERS, " ")))
        .isInstanceOf(InvalidSwitch.class);
    assertThatThrownBy(() -> switches.turn(it -> it.turnMailOff("")))
        .isInstanceOf(InvalidSwitch.class);
    assertThat(switches.audited).isEmpty();
  }

  @Test
  void another_node_knows_within_a_second() {
    SwitchWatch here = switches.watch();
    SwitchWatch elsewhere = switches.elsewhere();
    assertThat(here.now().isOff()).isFalse();
    assertThat(elsewhere.now().isOff()).isFalse();

    switches.turn(it -> it.turnMailOff("stop"));
    assertThat(here.now().isOff()).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(elsewhere.now().isOff()).isTrue();
  }

  @Test
  void a_clock_that_is_set_back_makes_nobody_believe_an_old_look() {
    SwitchWatch elsewhere = switches.elsewhere();
    elsewhere.now();
    switches.turn(it -> it.turnMailOff("stop"));

    clock.pass(Duration.ofHours(-1));
    assertThat(elsewhere.now().isOff()).isTrue();
  }

  @Test
  void the_operator_is_stronger_than_the_console() {
    variables.put("MAILROOM_MAIL_OFF", "TRUE");
    variables.put("MAILROOM_SEND_ALL_TO", TESTERS);

    Switched now = switches.watch().now();
    assertThat(now.off().orElseThrow().isByOperator()).isTrue();
    assertThat(now.divertedTo()).contains(new EmailAddress(TESTERS));
    assertThatThrownBy(() -> switches.turn(MailSwitches::turnMailOn))
        .isInstanceOf(SetByOperator.class)
        .hasMessageContaining("MAILROOM_MAIL_OFF");
    assertThatThrownBy(() -> switches.turn(it -> it.sendAllTo("x@y.example", "mine")))
        .isInstanceOf(SetByOperator.class);
    assertThatThrownBy(() -> switches.turn(MailSwitches::sendToRecipients))
        .isInstanceOf(SetByOperator.class);
  }

  @Test
  void a_variable_that_makes_no_sense_is_told_and_nothing_is_sent() {
    variables.put("MAILROOM_MAIL_OFF", "yes");
    assertThatThrownBy(() -> switches.watch().now())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("MAILROOM_MAIL_OFF must be true or false, but it is 'yes'.");

    variables.put("MAILROOM_MAIL_OFF", "false");
    variables.put("MAILROOM_SEND_ALL_TO", "nobody");
    assertThatThrownBy(() -> switches.watch().now())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MAILROOM_SEND_ALL_TO");
  }

  @Test
  void a_test_message_obeys_them_too() {
    SwitchedTrials trials = new SwitchedTrials();
    trials.switches = switches.watch();
    trials.require(new EmailAddress("ana@client.example"));

    switches.turn(it -> it.sendAllTo(TESTERS, "a test system"));
    trials.require(new EmailAddress("TESTERS@mailroom.example"));
    assertThatThrownBy(() -> trials.require(new EmailAddress("ana@client.example")))
        .isInstanceOf(TrialNotSent.class)
        .hasMessageContaining(TESTERS);
    switches.turn(it -> it.turnMailOff("stop"));
    assertThatThrownBy(() -> trials.require(new EmailAddress(TESTERS)))
        .isInstanceOf(TrialNotSent.class);
  }
}
