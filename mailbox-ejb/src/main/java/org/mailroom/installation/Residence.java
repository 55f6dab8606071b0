package org.mailroom.installation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mailroom.database.Database;
import org.mailroom.environment.Environment;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.jpa.DatabaseMark;
import org.mailroom.installation.jpa.HomeRecords;
import org.mailroom.installation.model.Beat;
import org.mailroom.installation.model.Binding;
import org.mailroom.installation.model.BindingFile;
import org.mailroom.installation.model.Home;

/**
 * What this node knows of where it lives: its data directory, what it heard of other nodes, and the
 * count of its own beats. Its methods run in the caller's transaction.
 */
@ApplicationScoped
class Residence {
  private static final String STATED = "MAILROOM_INSTALLATION_ID";

  /** A database that lost no more than these, to a fail-over of its server, was not restored. */
  private static final long MAY_BE_LOST = 12;

  @Inject HomeRecords records;
  @Inject InstallationGate gate;
  @Inject Environment environment;
  @Inject NodeId node;

  @Resource(lookup = Database.JNDI_NAME)
  DataSource source;

  private final Map<String, Long> heard = new HashMap<>();
  private BindingFile file;
  private String database;
  private long lastBeat;

  @PostConstruct
  void lookAround() {
    file = new BindingFile(environment.dataDirectory());
    lastBeat = file.beat().orElse(0);
  }

  // not before the first look: then the database is there
  private String database() {
    if (database == null) {
      database = DatabaseMark.of(source);
    }
    return database;
  }

  /** Makes sure that the node is at home, or shuts the gate. */
  synchronized void look(Instant now) {
    Optional<Home> known = records.home();
    Home home = known.orElseGet(() -> records.add(new Home(newId(), now)));
    Optional<Doubt> doubt = known.isEmpty() ? Optional.empty() : doubt(home);
    if (doubt.isEmpty() || (!gate.isOpen() && hearsOthers())) {
      settle(home, now);
      gate.open();
    } else {
      gate.shut(doubt.get());
    }
  }

  private Optional<Doubt> doubt(Home home) {
    if (isOlderThanMemory()) {
      return Optional.of(Doubt.OLDER_DATABASE);
    }
    Optional<String> stated = environment.text(STATED);
    if (stated.isPresent()) {
      return stated.filter(home.installation()::equals).isPresent()
          ? Optional.empty()
          : Optional.of(Doubt.OTHER_INSTALLATION);
    }
    Binding now = new Binding(home.installation(), database(), file.place());
    return file.read()
        .map(remembered -> remembered.doubt(now))
        .orElseGet(() -> Optional.of(Doubt.UNKNOWN_HOST));
  }

  private boolean isOlderThanMemory() {
    long counted = records.beat(node.value()).map(Beat::beat).orElse(0L);
    return lastBeat > counted + MAY_BE_LOST;
  }

  /** Whether another node lives in this very database: its count has risen since the last look. */
  private boolean hearsOthers() {
    boolean heardOne = false;
    for (Beat beat : records.beats()) {
      Long before = heard.put(beat.node(), beat.beat());
      heardOne |= before != null && beat.beat() > before && !beat.node().equals(node.value());
    }
    return heardOne;
  }

  /** Is at home from now on, whatever was doubtful. */
  synchronized void settle(Home home, Instant now) {
    Binding present = new Binding(home.installation(), database(), file.place());
    if (file.read().filter(present::equals).isEmpty()) {
      file.write(home.installation(), database());
    }
    Beat beat = records.beat(node.value()).orElseGet(() -> records.add(new Beat(node.value())));
    lastBeat = Math.max(lastBeat, beat.beat()) + 1;
    beat.count(lastBeat, now);
    file.beat(lastBeat);
  }

  /** The id that the operator has stated, or a new one. */
  String newId() {
    return environment.text(STATED).orElseGet(() -> UUID.randomUUID().toString());
  }

  /** The id that the operator has stated, or the present one. */
  String sameId(Home home) {
    return environment.text(STATED).orElseGet(home::installation);
  }
}
