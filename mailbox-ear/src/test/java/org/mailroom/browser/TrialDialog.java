package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** The dialog of a trial of a mailbox: send test, preview, browse, round trip. */
final class TrialDialog {
  // Mailroom itself waits a minute for a message to come round
  private static final double PATIENCE = Duration.ofMinutes(3).toMillis();

  private final Page page;
  private final Locator dialog;

  TrialDialog(Page page) {
    this.page = page;
    dialog = page.locator(".trial-dialog:visible");
    assertThat(dialog).isVisible();
  }

  TrialDialog fill(String label, String value) {
    new Fields(dialog).fill(label, value);
    return this;
  }

  TrialDialog choose(String label, String option) {
    new Fields(dialog).choose(label, option);
    return this;
  }

  TrialDialog press(String button) {
    new Fields(dialog).press(button);
    return this;
  }

  TrialDialog says(String words) {
    assertThat(dialog)
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    return this;
  }

  /** Chooses a folder, which closes the dialog. */
  void choose(String folder) {
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(folder)).click();
    assertThat(page.locator(".trial-dialog:visible")).hasCount(0);
  }

  void close() {
    dialog.locator(".ui-dialog-titlebar-close").click();
    assertThat(page.locator(".trial-dialog:visible")).hasCount(0);
  }
}
