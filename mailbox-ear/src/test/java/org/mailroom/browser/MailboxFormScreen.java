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

  /** An account on a server of this machine that takes tokens, for which a person consents. */
  MailboxFormScreen byConsent(int port, String user, String issuer, String client, String secret) {
    fields()
        .choose("TLS/SSL", "None")
        .fill("Server", "127.0.0.1")
        .fill("Server port", Integer.toString(port))
        .choose("User authentication", "OAuth2")
        .fill("User (email address)", user)
        .choose("How the right is granted", "A person consents")
        .fill("Authorization server (issuer)", issuer)
        .fill("Client ID", client)
        .fill("Client secret", secret);
    return this;
  }

  /** How far the consent is. */
  Locator consent() {
    return page.locator(".consent");
  }

  /** Tries the connection and waits until each step has passed. */
  MailboxFormScreen check() {
    fields().press("Check connection");
    assertThat(page.getByText("The connection works")).isVisible();
    assertThat(steps()).not().hasCount(0);
    assertThat(steps().and(page.locator(".check-bad"))).hasCount(0);
    return this;
  }

  MailboxFormScreen address(String label, String address) {
    fields().fill(label, address);
    return this;
  }

  MailboxFormScreen service(String name) {
    fields().choose("Mail service", name);
    return this;
  }

  /** What server, port, security and sign-in are now. */
  MailboxFormScreen leadsTo(String server, String port, String security, String signIn) {
    shows("Server", server).shows("Server port", port);
    assertThat(chosen("TLS/SSL")).hasText(security);
    assertThat(chosen("User authentication")).hasText(signIn);
    return this;
  }

  MailboxFormScreen shows(String label, String value) {
    assertThat(fields().field(label)).hasValue(value);
    return this;
  }

  private Locator chosen(String label) {
    return fields().field(label).locator("option:checked");
  }

  /** What to mind about the chosen service. */
  Locator note() {
    return page.locator(".note");
  }

  /** Looks for settings by the address, and takes the best of those found. */
  MailboxFormScreen findSettings(String expected) {
    fields().press("Find settings");
    Locator best = page.locator(".found li").first();
    assertThat(best).containsText(expected);
    new Fields(best).press("Use these: " + expected);
    return this;
  }

  /** Leaves a field and is told at once. */
  MailboxFormScreen isTold(String label, String value, String problem) {
    fields().fill(label, value);
    assertThat(fields().messageAt(label)).containsText(problem);
    assertThat(fields().field(label)).hasAttribute("aria-invalid", "true");
    assertThat(fields().field(label)).hasAttribute("aria-describedby", Pattern.compile("\\w"));
    return this;
  }

  MailboxFormScreen isContent(String label, String value) {
    fields().fill(label, value);
    assertThat(fields().messageAt(label)).hasText("");
    assertThat(fields().field(label)).hasAttribute("aria-invalid", "false");
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
