package org.mailroom.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The switches over all mail. */
final class SwitchesScreen extends Screen {
  SwitchesScreen(Page page) {
    super(page, "Mail switches");
  }

  void turnOff(String why) {
    part("off").fill("Why", why).press("Turn all mail off");
    confirm();
    says("All mail is off.");
  }

  void turnOn() {
    part("off").press("Turn mail on");
    confirm();
    says("Mail is on again.");
  }

  void queueSuppressed() {
    part("suppressed").press("Queue all of them");
    confirm();
    says("1 messages queued, 0 still suppressed.");
  }

  void divert(String address, String why) {
    part("to").fill("Address", address).fill("Why", why).press("Send everything there");
    confirm();
    says("All mail goes to " + address);
  }

  Locator banner(String words) {
    return page.locator(".banner").filter(new Locator.FilterOptions().setHasText(words));
  }

  private Fields part(String form) {
    return new Fields(page.locator("[id='" + form + "']"));
  }
}
