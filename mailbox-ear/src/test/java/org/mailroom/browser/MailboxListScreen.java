package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** Parametrization &gt; Mailbox. */
final class MailboxListScreen extends ListScreen {

  MailboxListScreen(Page page) {
    super(page, "Mailboxes");
  }

  MailboxFormScreen create() {
    follow("New");
    return new MailboxFormScreen(page, "New mailbox");
  }

  MailboxFormScreen edit(String name) {
    follow(name);
    return new MailboxFormScreen(page, name);
  }

  /** Begins the other direction of the account that was just registered. */
  MailboxFormScreen otherDirection(String direction) {
    follow("Register the %s mailbox of the same account".formatted(direction));
    return new MailboxFormScreen(page, "New mailbox");
  }

  void pause(String name) {
    fields().press("Pause " + name);
    says("“" + name + "” paused");
  }

  void resume(String name) {
    fields().press("Resume " + name);
    says("“" + name + "” resumed");
  }

  void delete(String name) {
    fields().press("Delete " + name);
    confirm();
  }
}
