package org.mailroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.answer.model.AnswerAllowance;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.EmailAddress;

/** What holds on every database. */
abstract class AnswerLimitContract {
  private static final EmailAddress ROBOT = new EmailAddress("Robot@client.example");

  private final SettableClock clock = new SettableClock();
  private AnswerAllowance allowance = AnswerAllowance.USUAL;
  private TestDatabase database;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    database = database();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ten_answers_leave_in_180_minutes_and_the_next_waits() {
    for (int i = 0; i < 10; i++) {
      assertThat(ask(ROBOT, "1/" + i, "Opened " + i)).isEmpty();
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(ask(ROBOT, "1/10", "Opened 10"))
        .hasValueSatisfying(why -> assertThat(why).contains("robot@client.example", "10 messages"));
    assertThat(ask(new EmailAddress("robot@CLIENT.example"), "1/11", "Opened 11")).isPresent();
    assertThat(ask(new EmailAddress("ana@client.example"), "1/12", "Opened 12")).isEmpty();
  }

  @Test
  void what_had_to_wait_does_not_count_and_the_oldest_is_forgotten_first() {
    for (int i = 0; i < 10; i++) {
      ask(ROBOT, "1/" + i, "Opened " + i);
      clock.pass(Duration.ofMinutes(10));
    }
    ask(ROBOT, "1/10", "Opened 10");
    clock.pass(Duration.ofMinutes(81));

    assertThat(ask(ROBOT, "1/11", "Opened 11")).isEmpty();
    assertThat(ask(ROBOT, "1/12", "Opened 12")).isPresent();
  }

  @Test
  void the_operator_may_allow_more_or_fewer_in_another_time() {
    allowance = new AnswerAllowance(100, Duration.ofDays(1));
    for (int i = 0; i < 100; i++) {
      assertThat(ask(ROBOT, "1/" + i, "Opened " + i)).isEmpty();
    }
    assertThat(ask(ROBOT, "1/100", "Opened 100"))
        .hasValueSatisfying(why -> assertThat(why).contains("100 messages", "1440 minutes"));

    allowance = new AnswerAllowance(1, Duration.ofMinutes(5));
    assertThat(ask(ROBOT, "1/101", "Opened 101")).as("it was set lower").isPresent();
    clock.pass(Duration.ofMinutes(6));
    assertThat(ask(ROBOT, "1/102", "Opened 102")).isEmpty();
    assertThat(ask(ROBOT, "1/103", "Opened 103")).isPresent();
  }

  @Test
  void the_same_subject_goes_to_one_mail_twice_and_not_to_two_in_a_row() {
    assertThat(ask(ROBOT, "1/0", "We got it")).isEmpty();
    assertThat(ask(ROBOT, "1/0", "We got it")).isEmpty();

    assertThat(ask(ROBOT, "1/1", "we got it "))
        .hasValueSatisfying(why -> assertThat(why).contains("same subject"));
    assertThat(ask(ROBOT, "1/1", "Something else")).isEmpty();
    assertThat(ask(ROBOT, "1/2", "We got it")).isEmpty();
  }

  @Test
  void several_answers_of_one_transaction_are_counted_whoever_was_never_answered_before() {
    List<Optional<String>> asked =
        database.transaction(
            "mailbox",
            entities -> {
              AnswerLimit limit = AnswerLimitFixture.over(entities, clock, allowance);
              return List.of(
                  limit.refusal(ROBOT, "1/0", "We got it"),
                  limit.refusal(ROBOT, "1/0", "We got it"),
                  limit.refusal(ROBOT, "1/1", "We got it"));
            });

    assertThat(asked).extracting(Optional::isPresent).containsExactly(false, false, true);
    assertThat(ask(ROBOT, "1/2", "We got it")).isPresent();
  }

  @Test
  void after_180_minutes_the_same_subject_is_no_echo() {
    ask(ROBOT, "1/0", "We got it");
    clock.pass(Duration.ofMinutes(181));

    assertThat(ask(ROBOT, "1/1", "We got it")).isEmpty();
  }

  @Test
  void who_was_answered_long_ago_is_forgotten() {
    ask(ROBOT, "1/0", "We got it");
    clock.pass(Duration.ofHours(25));
    database.transaction(
        "mailbox",
        entities -> {
          AnswerLimitFixture.over(entities, clock).forgetOld();
          return null;
        });

    long left =
        database.transaction(
            "mailbox",
            entities ->
                entities
                    .createQuery("select count(a) from Answered a", Long.class)
                    .getSingleResult());
    assertThat(left).isZero();
  }

  private Optional<String> ask(EmailAddress sender, String cause, String subject) {
    return database.transaction(
        "mailbox",
        entities ->
            AnswerLimitFixture.over(entities, clock, allowance).refusal(sender, cause, subject));
  }
}
