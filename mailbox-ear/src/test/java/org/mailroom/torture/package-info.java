/**
 * Kills the application under load and counts afterwards: what left, how often, and as whom. The
 * receiving side keeps the books.
 */
package org.mailroom.torture;
