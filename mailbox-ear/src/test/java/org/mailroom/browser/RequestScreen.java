package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** One service request: its mails, its diagram, its log. The page refreshes itself. */
final class RequestScreen extends Screen {
  // mail is looked for each fifteen seconds, and this page looks each five
  private static final double PATIENCE = 300_000;

  RequestScreen(Page page, String title) {
    super(page, "· " + title);
  }

  /** Waits until a mail from this address is sent; there is just one. */
  RequestScreen sentFrom(String address) {
    Locator mail =
        page.locator("[id='form:mails'] tbody tr")
            .filter(new Locator.FilterOptions().setHasText(address));
    assertThat(mail.getByText("Sent", new Locator.GetByTextOptions().setExact(true)))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    assertThat(mail).hasCount(1);
    fits();
    return this;
  }

  /** The diagram shows that the request has been through this figure. */
  RequestScreen hasBeenThrough(String figure) {
    assertThat(page.locator("#path .path-done[data-element-id='" + figure + "']"))
        .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    return this;
  }

  /** Brings mails and diagram into view. */
  void scrollToMails() {
    page.locator("#mails-title").evaluate("it => it.closest('section').scrollIntoView()");
  }

  /** Says anew what it is about, how urgent it is, and who looks after it. */
  RequestScreen classify(String service, String priority, String group) {
    fields()
        .fill("Service", service)
        .choose("Priority", priority)
        .choose("Group", group)
        .press("Save");
    says("Service, priority and group were saved.");
    return this;
  }

  /** Waits until these words are in the log. */
  void logs(String words) {
    assertThat(page.locator("[id='form:log']"))
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }
}
