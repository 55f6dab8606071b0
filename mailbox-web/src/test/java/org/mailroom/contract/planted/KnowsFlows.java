package org.mailroom.contract.planted;

import org.mailroom.flow.Flows;

/** Breaks a rule: contract-module knows flow-engine. */
public record KnowsFlows(Flows flows) {}
