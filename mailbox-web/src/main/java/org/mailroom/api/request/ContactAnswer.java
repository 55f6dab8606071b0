package org.mailroom.api.request;

import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Contact;

/** Whom a request is for, in JSON. */
public record ContactAnswer(String name, String email) {
  static ContactAnswer of(Contact contact) {
    return new ContactAnswer(contact.name(), contact.email().map(EmailAddress::value).orElse(null));
  }
}
