package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class GateTest {
  private String login = "carla";
  private Set<Role> roles = Set.of();

  /** A service bean. */
  @Allowed({Role.CONTRACT_MANAGER, Role.AUDITOR})
  static class Desk {
    public void read() {}

    @Allowed(Role.CONTRACT_MANAGER)
    public void change() {}

    @Allowed
    public void administer() {}
  }

  static class Unmarked {
    public void read() {}
  }

  @Test
  void the_class_says_who_may_where_the_method_does_not() {
    roles = Set.of(Role.AUDITOR);

    assertThat(reach("read").isEverything()).isTrue();
    assertThatThrownBy(() -> reach("change"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(
            "carla may not call Desk.change: it takes the role administrator or contract-manager,"
                + " and carla has auditor. Ask an administrator of Mailroom.");
  }

  @Test
  void an_administrator_always_may() {
    roles = Set.of(Role.ADMINISTRATOR);

    assertThat(reach("administer").isEverything()).isTrue();
    assertThat(reach("change").isEverything()).isTrue();
  }

  @Test
  void who_has_no_role_is_refused() {
    assertThatThrownBy(() -> reach("read")).hasMessageContaining("and carla has none");
  }

  @Test
  void a_call_without_a_caller_passes() {
    login = null;

    assertThat(reach("administer").isEverything()).isTrue();
  }

  @Test
  void own_work_passes_whoever_the_thread_is_of() {
    assertThat(OwnWork.call(() -> reach("administer")).isEverything()).isTrue();
  }

  @Test
  void the_reach_is_that_of_the_roles_by_which_the_call_was_let_in() {
    roles = Set.of(Role.CONTRACT_MANAGER, Role.AUDITOR);

    assertThat(reach("read").isEverything()).isTrue();
    assertThat(reach("change").isEverything()).isFalse();
  }

  @Test
  void an_inner_bean_is_not_asked_and_keeps_the_reach() {
    roles = Set.of(Role.CONTRACT_MANAGER);

    Reach inner = pass(Desk.class, "change", () -> reach("administer"));

    assertThat(inner.isEverything()).isFalse();
  }

  @Test
  void a_method_without_a_mark_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> pass(Unmarked.class, "read", Reach::ofThisCall))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unmarked.read lacks @Allowed");
  }

  private Reach reach(String method) {
    return pass(Desk.class, method, Reach::ofThisCall);
  }

  private Reach pass(Class<?> bean, String method, Callable<Reach> work) {
    Gate gate = new Gate();
    gate.caller = caller();
    gate.given = new GivenThings();
    try {
      return (Reach) gate.pass(invocation(bean, method, work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Caller caller() {
    return new Caller() {
      @Override
      public Optional<String> login() {
        return Optional.ofNullable(login);
      }

      @Override
      public Set<Role> roles() {
        return roles;
      }
    };
  }

  private static InvocationContext invocation(Class<?> bean, String method, Callable<?> work) {
    return (InvocationContext)
        Proxy.newProxyInstance(
            GateTest.class.getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (proxy, called, arguments) ->
                called.getName().equals("proceed") ? work.call() : bean.getDeclaredMethod(method));
  }
}
