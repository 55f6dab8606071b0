package org.mailroom.audit.planted;

import org.mailroom.vault.planted.SecondOfCycle;

/** Breaks a rule, together with {@link SecondOfCycle}: components that know each other. */
public record FirstOfCycle(SecondOfCycle second) {}
