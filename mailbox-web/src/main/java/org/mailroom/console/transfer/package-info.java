/** System &gt; Export and import: the configuration as a file. */
package org.mailroom.console.transfer;
