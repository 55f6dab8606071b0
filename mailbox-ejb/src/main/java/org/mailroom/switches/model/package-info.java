/** What is kept of a switch, and what the operator has set instead. */
package org.mailroom.switches.model;
