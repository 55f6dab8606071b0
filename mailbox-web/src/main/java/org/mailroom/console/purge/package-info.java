/** The screen of the purge: its policy, what it would remove, and how far it has come. */
package org.mailroom.console.purge;
