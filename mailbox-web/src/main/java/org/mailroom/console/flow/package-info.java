/** System &gt; Flow Maintenance: the list, and the designer with its versions and problems. */
package org.mailroom.console.flow;
