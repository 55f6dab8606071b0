package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** System &gt; Flow Maintenance. */
final class FlowListScreen extends ListScreen {

  FlowListScreen(Page page) {
    super(page, "Flow Maintenance");
  }

  FlowScreen create() {
    follow("New");
    return new FlowScreen(page);
  }
}
