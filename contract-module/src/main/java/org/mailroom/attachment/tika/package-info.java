/** Tells types of files by their content (Apache Tika). */
package org.mailroom.attachment.tika;
