package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** Whether the database is at home. */
final class InstallationScreen extends Screen {
  InstallationScreen(Page page) {
    super(page, "Installation");
  }

  void isCopy() {
    fields().press("A copy");
    confirm();
    says("This copy is an installation of its own now");
  }
}
