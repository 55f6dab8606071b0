package org.mailroom.purge;

import java.time.Instant;
import java.util.List;

/** Port to a component that keeps mail which may be purged. */
public interface Purgeable {
  /**
   * What there is to do under a policy, always the same tasks by name, also where the policy leaves
   * one nothing to do.
   *
   * @param now when the run began: ages count until then
   */
  List<PurgeTask> tasks(PurgePolicy policy, Instant now);
}
