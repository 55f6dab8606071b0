/** {@code /api/v1/received}: the inbound ledger. */
package org.mailroom.api.received;
