package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ReachTest {
  @Test
  void is_everything_where_nobody_calls() {
    assertThat(Reach.ofThisCall().isEverything()).isTrue();
    assertThat(Reach.ofThisCall().mailbox(1)).isTrue();
    assertThat(Reach.ofThisCall().reference(null)).isTrue();
  }

  @Test
  void is_what_was_given_as_long_as_the_call_lasts() {
    ManagersCall.givenMailboxes(1L)
        .run(
            () -> {
              assertThat(Reach.ofThisCall().mailbox(1)).isTrue();
              assertThat(Reach.ofThisCall().mailbox(2)).isFalse();
              assertThat(Reach.ofThisCall().contract(1)).isFalse();
            });

    assertThat(Reach.ofThisCall().isEverything()).isTrue();
  }

  @Test
  void is_never_an_empty_list_in_a_query() {
    ManagersCall.givenMailboxes()
        .run(() -> assertThat(Reach.ofThisCall().contracts()).isNotEmpty().allMatch(id -> id == 0));
  }

  @Test
  void is_everything_for_own_work_inside_the_call_and_no_longer() {
    ManagersCall.givenMailboxes(1L)
        .run(
            () -> {
              assertThat(OwnWork.call(() -> Reach.ofThisCall().mailbox(2))).isTrue();
              assertThatThrownBy(() -> OwnWork.run(ReachTest::fail)).hasMessage("planted");
              assertThat(Reach.ofThisCall().mailbox(2)).isFalse();
            });
  }

  private static void fail() {
    throw new IllegalStateException("planted");
  }

  @Test
  void takes_in_what_the_manager_registers() {
    ManagersCall manager = ManagersCall.givenMailboxes(1L);

    manager.run(
        () -> {
          Reach.ofThisCall().registeredMailbox(2);
          Reach.ofThisCall().registeredContract(3);
          assertThat(Reach.ofThisCall().mailbox(2)).isTrue();
          assertThat(Reach.ofThisCall().contract(3)).isTrue();
        });

    assertThat(manager.registered).containsExactly("mailbox 2", "contract 3");
  }

  @Test
  void of_a_task_is_everything_on_threads_for_own_work() {
    List<Boolean> reaches = new ArrayList<>();
    Executor sameThread = Runnable::run;

    ManagersCall.givenMailboxes(1L)
        .run(
            () ->
                OwnWork.on(sameThread)
                    .execute(() -> reaches.add(Reach.ofThisCall().isEverything())));

    assertThat(reaches).containsExactly(true);
  }
}
