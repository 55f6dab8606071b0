package org.mailroom.installation.model;

import java.util.Optional;
import org.mailroom.installation.Doubt;

/**
 * What a data directory remembers of the database that it is at home with.
 *
 * @param installation the id in the database
 * @param database the mark of the database itself; empty where it has none
 * @param place the mark of the machine and of the file that this is remembered in
 */
public record Binding(String installation, String database, String place) {

  /** What speaks against this being the same; empty if nothing does. */
  public Optional<Doubt> doubt(Binding now) {
    if (!installation.equals(now.installation)) {
      return Optional.of(Doubt.OTHER_INSTALLATION);
    }
    if (!place.equals(now.place)) {
      return Optional.of(Doubt.COPIED_DIRECTORY);
    }
    return database.equals(now.database) ? Optional.empty() : Optional.of(Doubt.OTHER_DATABASE);
  }
}
