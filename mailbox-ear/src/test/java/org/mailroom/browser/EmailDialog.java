package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The properties of an e-mail figure. */
final class EmailDialog {
  private final Locator dialog;

  EmailDialog(Page page) {
    dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).isVisible();
  }

  EmailDialog identify(String name, String identifier) {
    tab("Identification").fill("Name", name).fill("Identifier", identifier);
    return this;
  }

  EmailDialog tellTheContact() {
    tab("Recipients")
        .choose("Recipient type", "Expression")
        .fill("Expression", "${request.contact.email}")
        .press("Add");
    return this;
  }

  EmailDialog configureOutbox(String choice) {
    tab("Message");
    radio(choice);
    return this;
  }

  EmailDialog write(String subject, String text) {
    tab("Message");
    radio("Free text");
    new Fields(dialog).fill("Subject", subject);
    dialog
        .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Free text"))
        .fill(text);
    return this;
  }

  void apply() {
    new Fields(dialog).press("OK");
    assertThat(dialog).isHidden();
  }

  private Fields tab(String name) {
    dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name)).click();
    return new Fields(dialog);
  }

  private void radio(String name) {
    dialog
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .check();
  }
}
