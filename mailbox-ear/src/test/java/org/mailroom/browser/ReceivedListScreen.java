package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** Received mail. */
final class ReceivedListScreen extends ListScreen {
  ReceivedListScreen(Page page) {
    super(page, "Received mail");
  }

  ReceivedListScreen showOnly(String state) {
    fields().choose("Became", state);
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
