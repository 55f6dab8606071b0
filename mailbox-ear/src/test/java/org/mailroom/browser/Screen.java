package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What every page of the console has: the menu, the heading, the notices. */
class Screen {
  private static final String CUT_OFF =
      "all => all.filter(it => it.scrollWidth > it.clientWidth + 1).map(it => it.parentElement.id)";

  final Page page;

  Screen(Page page, String heading) {
    this.page = page;
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText(heading);
    // What a page does on a click is set up at its end; a click before is not heard.
    Fields.settle(page);
    fits();
  }

  /** No table is wider than the window leaves it, so that no column is cut off. */
  final void fits() {
    assertThat(page.locator(".ui-datatable-tablewrapper").evaluateAll(CUT_OFF))
        .as("tables whose last columns are cut off")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .isEmpty();
  }

  MailboxListScreen mailboxes() {
    choose("Parametrization", "Mailbox");
    return new MailboxListScreen(page);
  }

  ContractListScreen contracts() {
    choose("Processes", "Contract");
    return new ContractListScreen(page);
  }

  FlowListScreen flows() {
    choose("System", "Flow Maintenance");
    return new FlowListScreen(page);
  }

  RequestListScreen requests() {
    choose("Service desk", "Service requests");
    return new RequestListScreen(page);
  }

  Screen messages() {
    choose("Service desk", "Messages");
    return new Screen(page, "Messages");
  }

  ReceivedListScreen received() {
    choose("Service desk", "Received mail");
    return new ReceivedListScreen(page);
  }

  TransferScreen transfer() {
    choose("System", "Export and import");
    return new TransferScreen(page);
  }

  AuditScreen audit() {
    choose("System", "Audit");
    return new AuditScreen(page);
  }

  KeysScreen keys() {
    choose("System", "Keys");
    return new KeysScreen(page);
  }

  SwitchesScreen switches() {
    choose("System", "Mail switches");
    return new SwitchesScreen(page);
  }

  PurgeScreen purge() {
    choose("System", "Purge");
    return new PurgeScreen(page);
  }

  InstallationScreen installation() {
    choose("System", "Installation");
    return new InstallationScreen(page);
  }

  private void choose(String group, String entry) {
    Locator menu =
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main menu"));
    assertThat(menu.getByText(group, new Locator.GetByTextOptions().setExact(true))).isVisible();
    Fields.follow(
        menu.getByRole(
            AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry).setExact(true)));
  }

  Fields fields() {
    return new Fields(page.getByRole(AriaRole.MAIN));
  }

  /** Follows a link to another page. */
  void follow(String link) {
    Fields.follow(link(link));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** Answers the question that a button asks. */
  void confirm() {
    new Fields(page.locator(".ui-confirm-dialog:visible")).press("Yes");
  }

  /** Waits for a notice with these words, which may be gone again; each is heard once. */
  void says(String words) {
    try {
      page.waitForFunction("words => mailroomHears(words)", words);
    } catch (TimeoutError never) {
      throw new AssertionError("No notice says: " + words, never);
    }
  }
}
