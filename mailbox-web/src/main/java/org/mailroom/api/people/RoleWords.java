package org.mailroom.api.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.access.Role;
import org.mailroom.api.json.Fields;

/** Reads roles by their words. */
public final class RoleWords {
  private RoleWords() {}

  /** The roles a property lists; none if it is absent. */
  public static Set<Role> read(Fields in, String name) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : Optional.ofNullable(in.texts(name)).orElse(List.of())) {
      role(word)
          .ifPresentOrElse(
              roles::add, () -> in.wrong("UNKNOWN_VALUE", name, "holds one of " + all()));
    }
    return roles;
  }

  private static Optional<Role> role(String word) {
    return Arrays.stream(Role.values()).filter(role -> role.word().equals(word)).findFirst();
  }

  private static String all() {
    return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
