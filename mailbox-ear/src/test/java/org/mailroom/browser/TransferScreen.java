package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** The configuration as a file: out, and in again. */
final class TransferScreen extends Screen {
  TransferScreen(Page page) {
    super(page, "Export and import");
  }

  /** Chooses a file and looks at what it would change. */
  TransferScreen look(String document, String passphrase) {
    page.setInputFiles(
        "[id='import:file']",
        new FilePayload(
            "mailroom.yaml", "application/yaml", document.getBytes(StandardCharsets.UTF_8)));
    // the field of the export bears the same label
    page.locator("[id='import:passphrase']").fill(passphrase);
    fields().press("Show what would change");
    return this;
  }

  /** What becomes of one item. */
  Locator change(String name) {
    return page.locator("details.change").filter(new Locator.FilterOptions().setHasText(name));
  }

  void apply() {
    fields().press("Apply");
  }

  /** There is nothing to apply. */
  void isDone() {
    assertThat(page.getByText("Everything in the file is as it is here already.")).isVisible();
    assertThat(page.locator("[id='decide:apply']")).hasCount(0);
  }

  Locator problems() {
    return page.locator("#problems");
  }
}
