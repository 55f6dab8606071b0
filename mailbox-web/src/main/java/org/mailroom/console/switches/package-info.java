/** The switches over all mail: their page, and the banner on every page. */
package org.mailroom.console.switches;
