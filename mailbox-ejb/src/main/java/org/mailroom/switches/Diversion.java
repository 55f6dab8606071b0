package org.mailroom.switches;

import org.mailroom.mailbox.EmailAddress;

/** All mail goes to one address instead of its recipients. */
public record Diversion(EmailAddress to, Turned turned) {}
