/** Lists in slices: what is asked for and what comes back, the same for console and REST. */
package org.mailroom.paging;
