package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** The fields of a part of a page, found as a person finds them: by their labels. */
record Fields(Locator part) {
  // what a page sets up when it is ready is set up in turn: this comes after all else
  private static final String SETTLED =
      """
      () => {
        if (window.mailroomLeft || document.readyState !== 'complete') {
          return false;
        }
        if (!window.PrimeFaces) {
          return true;
        }
        if (!window.mailroomSetUp) {
          jQuery(() => { window.mailroomSetUp = true; });
        }
        return window.mailroomSetUp === true && PrimeFaces.ajax.Queue.isEmpty();
      }
      """;

  Fields fill(String label, String value) {
    settled();
    Locator field = field(label);
    field.fill(value);
    field.blur();
    return settled();
  }

  /** Chooses by the text of an option, or by how it begins. */
  Fields choose(String label, String option) {
    settled();
    Locator options = field(label).locator("option");
    // the texts are taken as they are, without waiting for a part that the server still renders
    assertThat(options.filter(new Locator.FilterOptions().setHasText(option)).first()).isAttached();
    String text =
        options.allTextContents().stream()
            .filter(each -> each.startsWith(option))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " does not offer " + option));
    field(label).selectOption(new SelectOption().setLabel(text));
    return settled();
  }

  Fields tick(String label) {
    settled();
    field(label).check();
    return settled();
  }

  /** Presses a button and waits for what the server says to it. */
  Fields press(String button) {
    settled();
    part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words(button))).click();
    return settled();
  }

  Locator field(String label) {
    return part.getByLabel(words(label)).filter(new Locator.FilterOptions().setVisible(true));
  }

  /** Exactly these words, but for an icon before them and the mark of what is required after. */
  private static Pattern words(String words) {
    return Pattern.compile("^\\W*" + words.replaceAll("[^\\w\\s]", "\\\\$0") + "\\W*$");
  }

  /** The message below a field. */
  Locator messageAt(String label) {
    return field(label).locator("xpath=..").locator(".ui-message");
  }

  private Fields settled() {
    settle(part.page());
    return this;
  }

  /** Waits for the page, all it sets up, and what the server says to all that was done so far. */
  static void settle(Page page) {
    page.waitForFunction(SETTLED);
  }

  /** Follows a link, and waits for its page also if it looks like the one that is left. */
  static void follow(Locator link) {
    Page page = link.page();
    settle(page);
    page.evaluate("() => { window.mailroomLeft = true; }");
    link.click();
    settle(page);
  }
}
