package org.mailroom.request;

import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/** Whom a request is for and where the answers go. */
public record Contact(String name, Optional<EmailAddress> email) {}
