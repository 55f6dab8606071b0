package org.mailroom.api.mailbox;

import org.mailroom.api.json.Fields;

/** A mailbox and the address that a test is sent to. */
record SendTestForm(MailboxForm mailbox, String to) {
  static SendTestForm read(Fields in) {
    in.require("to");
    return new SendTestForm(MailboxForm.read(in), in.text("to"));
  }
}
