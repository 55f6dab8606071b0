/** Contracts: which client is served, since when, through which mailboxes and by which flow. */
package org.mailroom.contract;
