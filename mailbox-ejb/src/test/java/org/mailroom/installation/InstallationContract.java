package org.mailroom.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.TestDatabase;

/** What is noticed and what is not, over every database that Mailroom runs on. */
abstract class InstallationContract {
  private static final String STATED = "MAILROOM_INSTALLATION_ID";

  @TempDir Path directory;

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
  void nothing_moves_before_the_first_look() {
    assertThat(node("a").doubt()).contains(Doubt.STARTING);
  }

  @Test
  void the_first_node_gives_the_database_its_installation() {
    Node node = node("a").look();

    assertThat(node.doubt()).isEmpty();
    assertThat(node.view().id()).hasValueSatisfying(id -> assertThat(id).hasSize(36));
  }

  @Test
  void a_restart_in_the_same_place_is_at_home_at_once() {
    node("a").look();

    assertThat(node("a").look().doubt()).isEmpty();
  }

  @Test
  void a_renamed_data_directory_is_still_the_same() throws IOException {
    node("a").look();
    Files.move(directory.resolve("a"), directory.resolve("b"));

    assertThat(node("b").look().doubt()).isEmpty();
  }

  @Test
  void a_copied_data_directory_is_noticed_until_a_person_confirms() {
    String id = node("a").look().view().id().orElseThrow();
    copy("a", "b");
    Node copied = node("b").look();

    assertThat(copied.doubt()).contains(Doubt.COPIED_DIRECTORY);
    copied.looks(3);
    assertThat(copied.view().suspended()).isTrue();

    copied.confirmSame();
    assertThat(copied.doubt()).isEmpty();
    assertThat(copied.view().id()).contains(id);
    assertThat(copied.copies).isEmpty();
    assertThat(copied.audited).singleElement().asString().contains("COPIED_DIRECTORY");
    assertThat(node("b").look().doubt()).as("after a restart").isEmpty();
  }

  @Test
  void a_copy_gets_an_id_of_its_own_and_the_others_are_told() {
    String original = node("a").look().view().id().orElseThrow();
    copy("a", "b");
    Node copied = node("b").look();

    copied.confirmCopy();

    assertThat(copied.doubt()).isEmpty();
    assertThat(copied.view().id()).isPresent().get().isNotEqualTo(original);
    assertThat(copied.copies).containsExactly(new CopyConfirmed(original));
    assertThat(node("a").look().doubt()).contains(Doubt.OTHER_INSTALLATION);
  }

  @Test
  void at_home_there_is_nothing_to_confirm() {
    Node node = node("a").look();

    assertThatThrownBy(node::confirmSame).isInstanceOf(NothingToConfirm.class);
    assertThatThrownBy(node::confirmCopy).isInstanceOf(NothingToConfirm.class);
  }

  @Test
  void a_new_node_joins_once_it_hears_that_another_lives() {
    Node first = node("a").look();
    Node second = node("b").look();

    assertThat(second.doubt()).contains(Doubt.UNKNOWN_HOST);
    first.look();
    assertThat(second.look().doubt()).isEmpty();
    assertThat(node("b").look().doubt()).as("after a restart, alone").isEmpty();
  }

  @Test
  void a_new_host_with_nobody_alive_in_the_database_stays_suspended() {
    node("a").looks(5);
    Node stranger = node("b");

    stranger.looks(4);

    assertThat(stranger.doubt()).contains(Doubt.UNKNOWN_HOST);
  }

  @Test
  void what_the_operator_states_counts_for_containers_without_a_disk() {
    node("a", "blue").look();

    assertThat(node("b", "blue").look().doubt()).isEmpty();
    Node other = node("c", "green").look();
    assertThat(other.doubt()).contains(Doubt.OTHER_INSTALLATION);
    other.confirmCopy();
    assertThat(other.view().id()).contains("green");
    assertThat(other.look().doubt()).isEmpty();
  }

  @Test
  void a_database_from_a_backup_is_noticed_by_a_node_that_remembers_more() throws SQLException {
    Node node = node("a");
    node.looks(20);
    turnBack();

    assertThat(node("a").look().doubt()).contains(Doubt.OLDER_DATABASE);
    assertThat(node.look().doubt()).as("even while it runs").contains(Doubt.OLDER_DATABASE);
    Node confirmed = node("a").look();
    confirmed.confirmSame();
    assertThat(node("a").look().doubt()).isEmpty();
  }

  private void turnBack() throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE installation_node SET beat = 3");
    }
  }

  Node node(String name) {
    return new Node(directory.resolve(name), database);
  }

  Node node(String name, TestDatabase other) {
    return new Node(directory.resolve(name), other);
  }

  private Node node(String name, String stated) {
    return new Node(directory.resolve(name), database, Map.of(STATED, stated));
  }

  private void copy(String from, String to) {
    try (Stream<Path> files = Files.list(directory.resolve(from))) {
      Files.createDirectories(directory.resolve(to));
      files.forEach(file -> copy(file, directory.resolve(to).resolve(file.getFileName())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
