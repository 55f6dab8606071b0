/** The folders of a mail server, found by the names that people write. */
package org.mailroom.folder;
