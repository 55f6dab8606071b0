/** The mailbox as it is stored, what keeps it valid, and the rules a draft must pass. */
package org.mailroom.mailbox.model;
