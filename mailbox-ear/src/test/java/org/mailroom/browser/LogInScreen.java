package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;

/** The form to log in with, which whoever is not logged in sees first. */
final class LogInScreen extends Screen {

  private LogInScreen(Page page) {
    super(page, "Mailroom");
  }

  static LogInScreen at(URI mailroom, Page page) {
    page.navigate(mailroom.toString());
    return new LogInScreen(page);
  }

  Screen logIn(String user, String password) {
    enter(user, password);
    return new Screen(page, "Home");
  }

  void isRefused(String user, String password) {
    enter(user, password);
    assertThat(page.getByText("User or password is not right.")).isVisible();
  }

  private void enter(String user, String password) {
    fields().fill("User", user).fill("Password", password).press("Log in");
  }
}
