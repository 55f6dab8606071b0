package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** Service requests. */
final class RequestListScreen extends ListScreen {

  RequestListScreen(Page page) {
    super(page, "Service requests");
  }

  RequestFormScreen create() {
    follow("New");
    return new RequestFormScreen(page);
  }

  RequestScreen open(String title) {
    follow(title);
    return new RequestScreen(page, title);
  }
}
