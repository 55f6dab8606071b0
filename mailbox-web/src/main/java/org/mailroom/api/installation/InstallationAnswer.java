package org.mailroom.api.installation;

import java.time.Instant;
import org.mailroom.installation.Doubt;
import org.mailroom.installation.InstallationView;

/**
 * The installation in JSON.
 *
 * @param node that answered
 * @param suspended whether mail stands still on it
 * @param doubt why, or null
 */
public record InstallationAnswer(
    String id, Instant since, String node, boolean suspended, Doubt doubt) {

  static InstallationAnswer of(InstallationView view) {
    return new InstallationAnswer(
        view.id().orElse(null),
        view.since(),
        view.node(),
        view.suspended(),
        view.doubt().orElse(null));
  }
}
