package org.mailroom.browser;

import com.microsoft.playwright.Page;

/** A new service request. */
final class RequestFormScreen extends Screen {

  RequestFormScreen(Page page) {
    super(page, "New service request");
  }

  RequestScreen open(String contract, String title, String email) {
    fields()
        .choose("Contract", contract)
        .fill("Title", title)
        .fill("Description", "It does not print.")
        .fill("Contact’s name", "Ana")
        .fill("Contact’s e-mail", email)
        .press("Open the request");
    return new RequestScreen(page, title);
  }
}
