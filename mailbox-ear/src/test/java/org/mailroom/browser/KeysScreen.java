package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The keys by name, and their change. */
final class KeysScreen extends Screen {
  KeysScreen(Page page) {
    super(page, "Keys");
  }

  void change() {
    fields().press("Change the key");
    confirm();
    says("The key is being changed.");
  }

  /** Shows, without being asked to, that the change is finished. */
  void isChanged() {
    assertThat(page.locator(".chip-RotationState-FINISHED")).isVisible();
  }
}
