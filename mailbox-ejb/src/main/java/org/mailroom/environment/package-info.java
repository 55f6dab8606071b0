/** What the operator has set: environment variables, read once, typed and checked. */
package org.mailroom.environment;
