/** Asks ClamAV's daemon about files. */
package org.mailroom.attachment.clamd;
