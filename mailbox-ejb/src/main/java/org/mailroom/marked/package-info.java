/** Addresses that returned mail for good: later mail to them waits for a person. */
package org.mailroom.marked;
