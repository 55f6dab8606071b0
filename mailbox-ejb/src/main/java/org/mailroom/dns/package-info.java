/** Asks the domain name system about domains of mail. */
package org.mailroom.dns;
