/**
 * The one family of expected failures: every component's exceptions say here what kind they are, so
 * that console and REST can answer each of them without knowing it.
 */
package org.mailroom.failure;
