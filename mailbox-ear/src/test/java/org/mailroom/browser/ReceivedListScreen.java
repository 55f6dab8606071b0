package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** Received mail. */
final class ReceivedListScreen extends ListScreen {
  ReceivedListScreen(Page page) {
    super(page, "Received mail");
  }

  ReceivedListScreen showOnly(String state) {
    // the head of the column has the same name
    page.locator("[id='list:state']").selectOption(new SelectOption().setLabel(state));
    // a list of one state shows none of the others before it is narrowed either
    Fields.settle(page);
    assertThat(
            page.locator("[id='list:table'] tbody .chip")
                .filter(new Locator.FilterOptions().setHasNotText(state)))
        .hasCount(0);
    return this;
  }

  ReceivedScreen open(String subject) {
    follow(subject);
    return new ReceivedScreen(page, subject);
  }

  TrialScreen tryMail() {
    follow("Try a mail");
    return new TrialScreen(page);
  }
}
