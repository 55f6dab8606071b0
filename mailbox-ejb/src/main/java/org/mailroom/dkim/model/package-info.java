/** The keys of mailboxes and the moves their states allow. */
package org.mailroom.dkim.model;
