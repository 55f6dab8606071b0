package org.mailroom.vault.planted;

import org.mailroom.audit.planted.FirstOfCycle;

/** Breaks a rule, together with {@link FirstOfCycle}: components that know each other. */
public record SecondOfCycle(FirstOfCycle first) {}
