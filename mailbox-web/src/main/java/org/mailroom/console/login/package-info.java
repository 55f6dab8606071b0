/** Logging in and out, and the person's own password. */
package org.mailroom.console.login;
