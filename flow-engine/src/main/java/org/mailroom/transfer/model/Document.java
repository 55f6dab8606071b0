package org.mailroom.transfer.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A configuration document that can be understood; whether it can be applied is another matter.
 *
 * @param sealing how its secrets are sealed; empty if it has none
 */
public record Document(List<Stated> items, Optional<Sealing> sealing) {
  public Document {
    items = List.copyOf(items);
  }

  public List<Stated> of(Kind kind) {
    return items.stream().filter(stated -> stated.item().kind() == kind).toList();
  }

  /** In the order to apply them. */
  public List<Stated> inOrder() {
    return items.stream().sorted(Comparator.comparing(stated -> stated.item().kind())).toList();
  }

  public boolean states(Kind kind, String name) {
    return of(kind).stream().anyMatch(s -> s.item().identity().equals(kind.identity(name)));
  }
}
