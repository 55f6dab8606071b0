package org.mailroom.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.mailroom.console.MenuEntry;

/** The demo's place in the console's menu. */
@ApplicationScoped
public class DemoMailEntry implements MenuEntry {
  @Override
  public String label() {
    return "Demo mail";
  }

  @Override
  public String page() {
    return "/demo/mail.xhtml";
  }

  @Override
  public int order() {
    return 100;
  }
}
