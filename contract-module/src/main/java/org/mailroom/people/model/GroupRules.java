package org.mailroom.people.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.failure.Problem;
import org.mailroom.people.GroupView;

/** Judges a group whole. */
public final class GroupRules {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
  private static final int MAX_NAME = 100;

  private GroupRules() {}

  public static List<Problem> problems(GroupView group) {
    List<Problem> problems = new ArrayList<>();
    if (!ACRONYM.matcher(group.acronym()).matches()) {
      problems.add(
          new Problem(
              "ACRONYM_FORM",
              "acronym",
              "An acronym has 1 to 40 letters A to Z, digits or hyphens, such as SERVICE-DESK."));
    }
    if (group.name().isBlank() || group.name().length() > MAX_NAME) {
      problems.add(
          new Problem(
              "NAME_LENGTH",
              "name",
              "Give the group a name of at most %d characters.".formatted(MAX_NAME)));
    }
    if (group.addresses().isEmpty()) {
      problems.add(
          new Problem(
              "ADDRESSES_REQUIRED",
              "addresses",
              "Give the group at least one address, or its mail goes nowhere."));
    }
    return problems;
  }
}
