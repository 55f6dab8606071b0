package org.mailroom.outbox.planted;

import jakarta.mail.Session;

/** Breaks a rule: Jakarta Mail outside of an adapter. */
public record SpeaksMail(Session session) {}
