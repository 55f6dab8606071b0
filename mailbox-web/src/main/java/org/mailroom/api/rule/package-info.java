/** {@code /api/v1/mailboxes/{id}/rules} and {@code /api/v1/rules}: the rules of Input mailboxes. */
package org.mailroom.api.rule;
