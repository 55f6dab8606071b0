/**
 * The two switches over all outgoing mail: off, and everything to one address instead. Whoever
 * queues or sends mail asks {@link org.mailroom.switches.SwitchWatch} before each piece of work.
 */
package org.mailroom.switches;
