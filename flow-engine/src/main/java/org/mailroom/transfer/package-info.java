/**
 * Beside the way of a mail: the whole configuration as one document, to move it between systems or
 * to keep it in version control. Sees every component and is seen by console and REST only.
 */
package org.mailroom.transfer;
