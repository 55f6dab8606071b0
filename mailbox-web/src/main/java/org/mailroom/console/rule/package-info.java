/** Rules of Input mailboxes: their order, and the form of one. */
package org.mailroom.console.rule;
