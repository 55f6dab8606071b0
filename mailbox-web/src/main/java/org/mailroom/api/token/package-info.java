/** {@code /api/v1/tokens}. */
package org.mailroom.api.token;
