/** API tokens: a person's own, and those of everybody. */
package org.mailroom.console.token;
