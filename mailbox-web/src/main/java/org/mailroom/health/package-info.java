/** What {@code /health} answers to whoever watches over the installation; needs no log-in. */
package org.mailroom.health;
