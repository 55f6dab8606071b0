/** The screen of the keys. */
package org.mailroom.console.key;
