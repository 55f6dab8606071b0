package org.mailroom.console.purge;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Notices;
import org.mailroom.purge.Amount;
import org.mailroom.purge.Purge;
import org.mailroom.purge.PurgeKind;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgePolicy.Ages;
import org.mailroom.purge.PurgeRunView;

/** The policy as it is being edited, what it would remove, and the runs. */
@Named
@ViewScoped
public class PurgePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double MEGABYTE = 1_000_000;

  @Inject Purge purge;
  @Inject Notices notices;
  @Inject Clock clock;

  // by the names that the public interface has for them; null for never
  private final HashMap<String, Integer> days = new HashMap<>();
  private transient Map<PurgeKind, Amount> preview;

  @PostConstruct
  void load() {
    PurgePolicy policy = purge.policy();
    put("sent", policy.sent());
    put("failed", policy.failed());
    put("discarded", policy.discarded());
    days.put("receivedBodies", policy.receivedBodies());
  }

  private void put(String of, Ages ages) {
    days.put(of + "Bodies", ages.bodies());
    days.put(of + "Messages", ages.messages());
  }

  private PurgePolicy policy() {
    return new PurgePolicy(
        ages("sent"), ages("failed"), ages("discarded"), days.get("receivedBodies"));
  }

  private Ages ages(String of) {
    return new Ages(days.get(of + "Bodies"), days.get(of + "Messages"));
  }

  public void save() {
    purge.setPolicy(policy());
    notices.done("purge.saved");
  }

  /** What the policy on screen would remove, saved or not. */
  public void look() {
    preview = purge.preview(policy());
  }

  public void start() {
    purge.start();
    notices.done("purge.started");
  }

  public void stop() {
    purge.stop();
    notices.done("purge.stopped");
  }

  public Map<String, Integer> getDays() {
    return days;
  }

  /** Null until somebody has asked for it. */
  public Map<PurgeKind, Amount> getPreview() {
    return preview;
  }

  public List<PurgeRunView> getRuns() {
    return purge.runs();
  }

  public boolean isRunning() {
    return purge.runs().stream().anyMatch(PurgeRunView::running);
  }

  public double megabytes(long bytes) {
    return bytes / MEGABYTE;
  }

  public long rate(PurgeRunView run) {
    return Math.round(run.rate(clock.instant()));
  }

  /** Null if that cannot be told. */
  public Instant endsAbout(PurgeRunView run) {
    return run.endsAbout(clock.instant()).orElse(null);
  }
}
