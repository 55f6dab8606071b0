package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** The form of one contract, with the mailboxes that speak and listen for it. */
final class ContractFormScreen extends Screen {

  ContractFormScreen(Page page, String heading) {
    super(page, heading);
  }

  ContractFormScreen describe(String number, String client) {
    fields().fill("Number", number).fill("Client", client);
    return this;
  }

  ContractFormScreen link(String email, String incoming) {
    fields().choose("Email", email).choose("Incoming email", incoming);
    return this;
  }

  ContractFormScreen run(String flow) {
    fields().choose("Flow", flow);
    return this;
  }

  ContractListScreen save() {
    fields().press("Save");
    var list = new ContractListScreen(page);
    list.says("saved");
    return list;
  }
}
