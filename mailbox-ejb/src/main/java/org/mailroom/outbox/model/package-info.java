/** What the outbox keeps of a message, and the moves its states allow. */
package org.mailroom.outbox.model;
