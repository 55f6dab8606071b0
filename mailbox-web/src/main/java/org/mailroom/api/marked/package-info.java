/** {@code /api/v1/marked-addresses}: addresses that returned mail for good. */
package org.mailroom.api.marked;
