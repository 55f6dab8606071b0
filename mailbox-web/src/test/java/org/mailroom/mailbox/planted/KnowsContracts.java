package org.mailroom.mailbox.planted;

import org.mailroom.contract.Contracts;

/** Breaks a rule: mailbox-ejb knows contract-module. */
public record KnowsContracts(Contracts contracts) {}
