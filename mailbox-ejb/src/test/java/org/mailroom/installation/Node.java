package org.mailroom.installation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.environment.Heard;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.jpa.HomeRecords;

/** One started process with a data directory, over a database that others may share. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
final class Node {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  final List<String> audited = new ArrayList<>();
  final List<CopyConfirmed> copies = new ArrayList<>();
  private final InstallationGate gate = new InstallationGate();
  private final TestDatabase database;
  private final Residence residence = new Residence();
  private final NodeId id;

  Node(Path directory, TestDatabase database) {
    this(directory, database, Map.of());
  }

  Node(Path directory, TestDatabase database, Map<String, String> stated) {
    this.database = database;
    Map<String, String> variables = new HashMap<>(stated);
    variables.put("MAILROOM_DATA_DIR", directory.toString());
    Environment environment = Environment.of(variables::get);
    this.id = NodeId.in(environment.dataDirectory());
    residence.environment = environment;
    residence.node = id;
    residence.gate = gate;
    residence.source = database.dataSource();
    residence.lookAround();
  }

  /** Looks around, as the timer makes it do. */
  Node look() {
    with(
        records -> {
          residence.records = records;
          residence.look(NOON);
        });
    return this;
  }

  void looks(int times) {
    for (int i = 0; i < times; i++) {
      look();
    }
  }

  Optional<Doubt> doubt() {
    return gate.doubt();
  }

  InstallationView view() {
    return database.transaction("mailbox", entities -> face(new HomeRecords(entities)).view());
  }

  void confirmSame() {
    with(records -> face(records).confirmSame());
  }

  void confirmCopy() {
    with(records -> face(records).confirmCopy());
  }

  private void with(Consumer<HomeRecords> work) {
    database.transaction(
        "mailbox",
        entities -> {
          work.accept(new HomeRecords(entities));
          return null;
        });
  }

  private Installation face(HomeRecords records) {
    residence.records = records;
    Installation face = new Installation();
    face.records = records;
    face.residence = residence;
    face.gate = gate;
    face.copied = new Heard<>(copies::add);
    face.confirmed = new Heard<>(gate::confirmed);
    face.node = id;
    face.audit = audit();
    face.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    return face;
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void changed(String action, String subject, List<Change> changes) {
        audited.add(action + " " + changes);
      }
    };
  }
}
