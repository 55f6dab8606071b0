package org.mailroom.roles;

import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.mailroom.deployed.Rest;

/** What the contract manager of the test works with. */
final class Things {
  private Things() {}

  static JsonObjectBuilder mailbox(String name) {
    return Rest.json()
        .add("name", name)
        .add("type", "OUTPUT")
        .add("server", "192.0.2.1")
        .add("port", 1)
        .add("security", "NONE")
        .add("authentication", "NONE")
        .add("sender", "desk@customer.example")
        .add("active", false);
  }

  static JsonObjectBuilder input(String name) {
    return Rest.json()
        .add("name", name)
        .add("type", "INPUT")
        .add("server", "192.0.2.1")
        .add("port", 1)
        .add("security", "NONE")
        .add("authentication", "PASSWORD")
        .add("user", name)
        .add("password", "secret")
        .add("protocol", "IMAP")
        .add("folder", "INBOX")
        .add("active", false);
  }

  /**
   * @param mailboxes the ids to link, by MAILBOX and INBOX_ID
   */
  static JsonObjectBuilder contract(String number, Map<String, String> mailboxes) {
    JsonObjectBuilder contract =
        Rest.json()
            .add("number", number)
            .add("client", "Client " + number)
            .add("startDate", "2020-01-01")
            .add("outputMailbox", Long.parseLong(mailboxes.get("MAILBOX")));
    if (mailboxes.containsKey("INBOX_ID")) {
      contract.add("inputMailbox", Long.parseLong(mailboxes.get("INBOX_ID")));
      contract.add("flow", "roles-" + number);
    }
    return contract;
  }

  static JsonObjectBuilder request(String contract) {
    return Rest.json()
        .add("contract", contract)
        .add("title", "Printer")
        .add("description", "It burns.")
        .add("contact", Rest.json().add("name", "Ana").add("email", "ana@customer.example"));
  }
}
