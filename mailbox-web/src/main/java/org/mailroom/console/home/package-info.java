/** The first page: what wants attention, and where a new installation begins. */
package org.mailroom.console.home;
