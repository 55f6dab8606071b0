package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Who changed what. */
final class AuditScreen extends Screen {
  AuditScreen(Page page) {
    super(page, "Audit");
  }

  AuditScreen find(String label, String value) {
    // the table's columns bear the same names
    new Fields(page.locator(".filters")).fill(label, value).press("Search");
    return this;
  }

  /** The first entry says all of these words. */
  void begins(String... words) {
    Locator row = page.locator("tbody tr").first();
    for (String each : words) {
      assertThat(row).containsText(each);
    }
  }

  /** What the browser saves. */
  String csv() {
    Download download = page.waitForDownload(() -> link("CSV").click());
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
