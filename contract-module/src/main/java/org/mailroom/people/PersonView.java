package org.mailroom.people;

import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/** A person who may log in. */
public record PersonView(String login, String name, Optional<EmailAddress> email) {}
