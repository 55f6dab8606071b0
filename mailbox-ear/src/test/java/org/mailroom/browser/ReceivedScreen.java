package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** One received mail, and what a person makes of it. */
final class ReceivedScreen extends Screen {
  ReceivedScreen(Page page, String subject) {
    super(page, subject);
  }

  ReceivedScreen shows(String words) {
    assertThat(page.locator("[id='form:mail']")).containsText(words);
    return this;
  }

  ReceivedScreen assign(String request) {
    fields().press("Assign to a request");
    dialog().fill("Number of the request", request).press("Assign to a request");
    says("The mail is part of service request " + request);
    return this;
  }

  ReceivedScreen releaseSender() {
    fields().press("Release the sender");
    dialog().press("Release the sender");
    return this;
  }

  void discard() {
    fields().press("Discard");
    confirm();
    says("The mail is discarded.");
  }

  private Fields dialog() {
    return new Fields(page.locator(".ui-dialog:visible"));
  }
}
