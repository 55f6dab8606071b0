package org.mailroom.api.planted;

import org.mailroom.mailbox.planted.KeepsEntities;

/** Breaks a rule: one component knows a sub-package of another. */
public record ReachesInside(KeepsEntities[] inside) {}
