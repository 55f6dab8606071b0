/** Reads reports about mail that did not arrive. */
package org.mailroom.bounce.mime;
