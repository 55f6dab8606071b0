/**
 * Bounces: mail that comes back is tied to the message of ours that it is about, and an address
 * that refused for good is marked, so that later mail to it waits for a person.
 */
package org.mailroom.bounce;
