package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** What would become of a mail. */
final class TrialScreen extends Screen {
  TrialScreen(Page page) {
    super(page, "Try a mail");
  }

  TrialScreen judge(String mailbox, String mail) {
    fields()
        .choose("Mailbox it would come into", mailbox)
        .fill("Or the whole mail as text, headers first", mail)
        .press("What would happen");
    return this;
  }

  TrialScreen shows(String words) {
    assertThat(page.locator("[id='trial']")).containsText(words);
    return this;
  }
}
