package org.mailroom.flow.planted;

import org.mailroom.api.RestApplication;

/** Breaks a rule: flow-engine knows mailbox-web. */
public record KnowsTheWeb(RestApplication rest) {}
