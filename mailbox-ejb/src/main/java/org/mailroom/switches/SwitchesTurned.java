package org.mailroom.switches;

/** CDI event: a switch was turned. This node need not wait for its next look. */
record SwitchesTurned() {}
