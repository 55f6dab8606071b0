package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** The rules of a mailbox. */
final class RuleListScreen extends ListScreen {
  RuleListScreen(Page page) {
    super(page, "Rules for new mail");
  }

  /** Adds a rule on a word in the subject that opens requests of a service and a priority. */
  RuleListScreen add(String name, String word, String service, String priority) {
    follow("New");
    new Screen(page, "New rule")
        .fields()
        .fill("Name", name)
        .fill("Text to look for", word)
        .fill("Service", service)
        .choose("Priority", priority)
        .press("Save");
    var list = new RuleListScreen(page);
    list.says("is saved");
    return list;
  }
}
