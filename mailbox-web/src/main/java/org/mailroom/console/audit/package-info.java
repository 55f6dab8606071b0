/** The screen of the audit. */
package org.mailroom.console.audit;
