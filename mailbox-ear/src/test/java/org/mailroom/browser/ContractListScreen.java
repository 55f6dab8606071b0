package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** Processes &gt; Portfolio and Catalog Management &gt; Contract. */
final class ContractListScreen extends ListScreen {

  ContractListScreen(Page page) {
    super(page, "Contracts");
  }

  ContractFormScreen create() {
    follow("New");
    return new ContractFormScreen(page, "New contract");
  }

  ContractFormScreen edit(String number) {
    follow(number);
    return new ContractFormScreen(page, number);
  }
}
