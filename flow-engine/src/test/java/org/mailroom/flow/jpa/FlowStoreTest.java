package org.mailroom.flow.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.model.EmailElementOutbox;
import org.mailroom.flow.model.Flow;
import org.mailroom.flow.model.FlowDiagram;
import org.mailroom.flow.model.Run;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.RequestNumber;
import org.mailroom.routing.OutboxChoice;

class FlowStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final MailboxId BOX = new MailboxId(23);

  static Stream<TestDatabase> databases() {
    return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
  }

  private static <T> T in(TestDatabase database, Function<FlowStore, T> work) {
    return database.transaction("flow", entities -> work.apply(StoreOn.entities(entities)));
  }

  /** What a new session finds there. */
  private static FlowStore stored(TestDatabase database) {
    return StoreOn.entities(database.entityManager("flow"));
  }

  private static int publish(
      TestDatabase database, int version, String bpmn, EmailElementOutbox... elements) {
    return in(
        database,
        store -> {
          store.publish(
              new FlowDiagram("support", version, bpmn, NOW, "ann"),
              "Support",
              "words",
              List.of(elements));
          return version;
        });
  }

  private static EmailElementOutbox element(String id, OutboxChoice choice) {
    return new EmailElementOutbox("support", id, "Tell them", choice);
  }

  private static OutboxChoice picked() {
    return new OutboxChoice(true, Optional.of(BOX));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void the_latest_version_is_current_and_the_others_are_kept(TestDatabase database) {
    String large = "<é>" + "x".repeat(100_000);
    publish(database, 1, "<first/>");
    publish(database, 2, large);

    assertThat(stored(database).find("support").map(Flow::view))
        .contains(new FlowView("support", "Support", "words", 2, NOW, "ann"));
    assertThat(stored(database).diagram("support", 1).map(FlowDiagram::bpmn)).contains("<first/>");
    assertThat(stored(database).diagram("support", 2).map(FlowDiagram::bpmn)).contains(large);
    assertThat(stored(database).diagrams("support").stream().map(FlowDiagram::version).toList())
        .containsExactly(2, 1);
    assertThat(stored(database).keys()).containsExactly("support");
    assertThat(stored(database).all().size()).isOne();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void only_the_elements_of_the_current_version_name_mailboxes(TestDatabase database) {
    publish(database, 1, "<first/>", element("old", picked()), element("same", picked()));
    publish(
        database,
        2,
        "<second/>",
        element("same", picked()),
        element("plain", OutboxChoice.DEFAULT));

    assertThat(
            stored(database).elementsNaming(List.of(BOX)).stream()
                .map(EmailElementOutbox::place)
                .toList())
        .containsExactly("support, element \"Tell them\"");
    assertThat(stored(database).element("support", "same").map(EmailElementOutbox::choice))
        .contains(picked());
    assertThat(stored(database).element("support", "plain").map(EmailElementOutbox::choice))
        .contains(OutboxChoice.DEFAULT);
    assertThat(stored(database).element("support", "old")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_request_has_one_run(TestDatabase database) {
    RequestNumber request = new RequestNumber(4711);
    in(database, store -> add(store, new Run(request, "support", 2, "instance-1")));

    assertThat(stored(database).run(request).map(Run::instance)).contains("instance-1");
    assertThat(stored(database).runs("support")).isOne();
    assertThatThrownBy(
            () -> in(database, store -> add(store, new Run(request, "support", 3, "instance-2"))))
        .isInstanceOf(PersistenceException.class);
  }

  private static boolean add(FlowStore store, Run run) {
    store.add(run);
    return true;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_deleted_flow_leaves_nothing(TestDatabase database) {
    publish(database, 1, "<first/>", element("tell", picked()));

    in(
        database,
        store -> {
          store.delete("support");
          return true;
        });

    assertThat(stored(database).keys()).isEmpty();
    assertThat(stored(database).diagrams("support")).isEmpty();
    assertThat(stored(database).elementsNaming(List.of(BOX))).isEmpty();
  }
}
