package org.mailroom.console;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The entries that other archives add to the menu. */
@Named
@RequestScoped
public class Menu {
  @Inject @Any Instance<MenuEntry> entries;

  public List<MenuEntry> getExtras() {
    return entries.stream().sorted(comparingInt(MenuEntry::order)).toList();
  }
}
