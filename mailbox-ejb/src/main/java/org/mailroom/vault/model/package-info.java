/** What the database keeps of keys: which it has known, and how far a change of them is. */
package org.mailroom.vault.model;
