package org.mailroom.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A page with one table. */
abstract class ListScreen extends Screen {

  ListScreen(Page page, String heading) {
    super(page, heading);
  }

  /** The rows that hold this text. */
  Locator rows(String text) {
    return page.locator("[id='list:table'] tbody tr")
        .filter(new Locator.FilterOptions().setHasText(text));
  }
}
