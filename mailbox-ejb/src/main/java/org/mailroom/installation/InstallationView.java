package org.mailroom.installation;

import java.time.Instant;
import java.util.Optional;

/**
 * The installation as this node sees it.
 *
 * @param id empty until the first node has looked
 * @param node this node
 * @param doubt why mail stands still here; empty if the node is at home
 */
public record InstallationView(
    Optional<String> id, Instant since, String node, Optional<Doubt> doubt) {
  public boolean suspended() {
    return doubt.isPresent();
  }
}
