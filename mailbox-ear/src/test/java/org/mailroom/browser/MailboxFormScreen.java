package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The form of one mailbox: its type opens the fields. */
final class MailboxFormScreen extends Screen {

  MailboxFormScreen(Page page, String heading) {
    super(page, heading);
  }

  MailboxFormScreen type(String type) {
    fields().tick(type);
    assertThat(fields().field("Description")).isVisible();
    return this;
  }

  MailboxFormScreen describe(String description) {
    fields().fill("Description", description);
    return this;
  }

  MailboxFormScreen sender(String address, String name) {
    fields().fill("Sender", address).fill("Sender’s name", name);
    return this;
  }

  MailboxFormScreen provider(String protocol) {
    fields().choose("Provider", protocol);
    return this;
  }

  MailboxFormScreen readExisting() {
    fields().tick("Read the mail that is there already");
    return this;
  }

  /** An account on a server of this machine, without TLS. */
  MailboxFormScreen connect(int port, String user, String password) {
    fields()
        .choose("TLS/SSL", "None")
        .fill("Server", "127.0.0.1")
        .fill("Server port", Integer.toString(port))
        .fill("User (email address)", user)
        .fill("Password", password);
    return this;
  }

  /** Tries the connection and waits until each step has passed. */
  MailboxFormScreen check() {
    fields().press("Check connection");
    assertThat(page.getByText("The connection works")).isVisible();
    assertThat(steps()).not().hasCount(0);
    assertThat(steps().and(page.locator(".check-bad"))).hasCount(0);
    return this;
  }

  private Locator steps() {
    return page.locator(".checks > li");
  }

  MailboxListScreen save() {
    fields().press("Save");
    var list = new MailboxListScreen(page);
    list.says("saved");
    return list;
  }

  /** Saves what cannot be saved; each of these fields says why. */
  void isRefusedAt(String... labels) {
    fields().press("Save");
    says("Please look at the marked fields");
    for (String label : labels) {
      assertThat(fields().messageAt(label)).hasText(Pattern.compile("\\w"));
    }
  }

  /** Opens a trial of what is on screen. */
  TrialDialog trial(String button) {
    fields().press(button);
    return new TrialDialog(page);
  }

  MailboxFormScreen showsFolder(String folder) {
    assertThat(fields().field("Inbox folder")).hasValue(folder);
    return this;
  }
}
