/** What callers call contracts and mailboxes: ids, numbers and names. */
package org.mailroom.api.reference;
