package org.mailroom.roles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mailroom.access.Role;

/** A table of roles in a text file beside this class: columns parted by bars, notes after a #. */
final class Table {
  private static final String NOBODY_ELSE = "-";

  private Table() {}

  static List<List<String>> rows(String file) {
    try (InputStream text = Table.class.getResourceAsStream(file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads who may, besides the administrator. */
  static Set<Role> who(String words) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.equals(NOBODY_ELSE))
        .map(Table::role)
        .forEach(roles::add);
    return roles;
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no role " + word));
  }

  static String words(Iterable<Role> roles) {
    List<String> words = new ArrayList<>();
    roles.forEach(role -> words.add(role.word()));
    return words.isEmpty() ? NOBODY_ELSE : String.join(" ", words);
  }
}
