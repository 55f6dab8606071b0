package org.mailroom.switches;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.environment.Heard;
import org.mailroom.switches.jpa.SwitchStore;

/** The switches on a database, with as many nodes watching as a test wants. */
public final class SwitchesFixture {
  final List<String> audited = new ArrayList<>();
  private final TestDatabase database;
  private final Environment environment;
  private final Clock clock;
  private final List<SwitchWatch> told = new ArrayList<>();

  public SwitchesFixture(TestDatabase database, Map<String, String> variables, Clock clock) {
    this.database = database;
    this.environment = Environment.of(variables::get);
    this.clock = clock;
  }

  /** The watch of the node on which the switches are turned. */
  public SwitchWatch watch() {
    SwitchWatch watch = elsewhere();
    told.add(watch);
    return watch;
  }

  /** The watch of another node. */
  public SwitchWatch elsewhere() {
    SwitchWatch watch = new SwitchWatch();
    watch.store =
        new SwitchStore() {
          @Override
          public Switched switched() {
            return database.transaction("mailbox", e -> new SwitchStore(e).switched());
          }
        };
    watch.environment = environment;
    watch.clock = clock;
    return watch;
  }

  public void turn(Consumer<MailSwitches> how) {
    call(
        switches -> {
          how.accept(switches);
          return null;
        });
    told.forEach(watch -> watch.turned(new SwitchesTurned()));
  }

  <T> T call(Function<MailSwitches, T> work) {
    return database.transaction(
        "mailbox",
        entities -> {
          MailSwitches switches = new MailSwitches();
          switches.store = new SwitchStore(entities);
          switches.environment = environment;
          switches.turned = new Heard<>(event -> {});
          switches.audit = new NotedAudit();
          switches.clock = clock;
          return work.apply(switches);
        });
  }

  private final class NotedAudit extends Audit {
    @Override
    public void changed(String action, String subject, List<Change> changes) {
      audited.add(action + " " + changes);
    }

    @Override
    public String caller() {
      return "ana";
    }
  }
}
