package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The policy by which old mail goes, and the purges. */
final class PurgeScreen extends Screen {
  PurgeScreen(Page page) {
    super(page, "Purge");
  }

  PurgeScreen keep(String what, int days) {
    fields().fill(what, Integer.toString(days));
    return this;
  }

  void save() {
    fields().press("Save");
    says("The policy is saved.");
  }

  void look() {
    fields().press("What would go now?");
    assertThat(page.locator("#wouldRemove")).isVisible();
  }

  /** Begins, and waits until the page shows by itself that it is done. */
  void run() {
    fields().press("Purge now");
    confirm();
    says("The purge has begun.");
    assertThat(page.locator(".chip-PurgeState-DONE")).isVisible();
  }
}
